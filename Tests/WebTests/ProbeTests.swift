import HummingbirdTesting
import Testing
import Web
@Test func probe() { _ = Probe() }
