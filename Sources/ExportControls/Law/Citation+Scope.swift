/// What is an item, an export, a release, a person: parts 734 and 772.
///
/// Where a rule with the mark `published` was read stands in the article <doc:LegalReading>.
extension Citation {
  /// 15 CFR 734.3(a): the items subject to the Regulations.
  public static let subjectItems = Citation(
    "15 CFR 734.3(a)",
    says: "items in the United States, of United States origin, or its direct products are subject",
    mark: .published)
  /// 15 CFR 734.3(b)(3): published information is outside.
  public static let publishedScope = Citation(
    "15 CFR 734.3(b)(3)", says: "published technology and software are not subject to the EAR",
    mark: .recalled)
  /// 15 CFR 734.7: what published means.
  public static let published = Citation(
    "15 CFR 734.7",
    says: "what is available to the public without restriction on its further spread is published",
    mark: .published)
  /// 15 CFR 734.9: foreign direct products.
  public static let directProduct = Citation(
    "15 CFR 734.9", says: "foreign-made items are subject where a direct product rule says so",
    mark: .published)
  /// 15 CFR 734.13(a)(1): export.
  public static let export = Citation(
    "15 CFR 734.13(a)(1)", says: "an export is a transmission out of the United States",
    mark: .published)
  /// 15 CFR 734.13(a)(2): deemed export, and the drafting trap.
  public static let deemedExport = Citation(
    "15 CFR 734.13(a)(2)",
    says: "release of technology or source code, but not object code, to a foreign person in the "
      + "United States is a deemed export",
    mark: .published)
  /// 15 CFR 734.13(b): whose country decides a deemed export.
  public static let deemedDestination = Citation(
    "15 CFR 734.13(b)",
    says: "a deemed export goes to the most recent citizenship or permanent residency",
    mark: .published)
  /// 15 CFR 734.14: reexport and deemed reexport.
  public static let reexport = Citation(
    "15 CFR 734.14", says: "the same logic holds between foreign countries and for persons there",
    mark: .published)
  /// 15 CFR 734.15: release.
  public static let release = Citation(
    "15 CFR 734.15(a)",
    says: "a release is an inspection or exchange that reveals technology or source code",
    mark: .published)
  /// 15 CFR 734.17: posting as export, for encryption software.
  public static let posting = Citation(
    "15 CFR 734.17",
    says: "posting encryption software where it can be fetched from abroad is an export; for "
      + "weights this is an analogy",
    mark: .published)
  /// 15 CFR 734.18(a)(5): encrypted storage, which hosted inference is not.
  public static let endToEnd = Citation(
    "15 CFR 734.18(a)(5)",
    says: "sending or storing what stays encrypted from end to end is no export",
    mark: .published)
  /// 15 CFR 772.1: foreign person.
  public static let foreignPerson = Citation(
    "15 CFR 772.1",
    says: "a foreign person is neither a citizen, nor a permanent resident, nor a protected "
      + "individual",
    mark: .published)
}
