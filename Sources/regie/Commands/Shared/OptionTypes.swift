import ArgumentParser
import Commissioning
import Quantities

// Values that the parser of the command line reads itself.

extension Label: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}

extension CivilDate: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}

extension MunicipalityCode: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}

extension ChamberNumber: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}

extension Basis: ExpressibleByArgument {
  package init?(argument: String) { self.init(written: argument) }
}
