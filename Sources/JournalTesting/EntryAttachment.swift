package import Journal

/// A second name, for test files: the testing library has an `Attachment` of its own.
package typealias EntryAttachment = Attachment
