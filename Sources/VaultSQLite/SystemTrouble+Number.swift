import Glibc
package import Rules

extension SystemTrouble {
  /// What an error number of the system means to a user.
  package init(errorNumber: CInt) {
    self =
      switch errorNumber {
      case ENOENT: .noSuchFile
      case ENOTDIR: .notAFolder
      case EEXIST: .exists
      case EACCES, EPERM, ELOOP: .noAccess
      case EROFS: .readOnly
      case ENOSPC, EDQUOT: .diskFull
      case EISDIR: .isFolder
      case EMFILE, ENFILE: .tooManyOpen
      case EIO: .damaged
      default: .other(errorNumber)
      }
  }
}
