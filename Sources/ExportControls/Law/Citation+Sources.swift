/// Statutes, opinions, policy statements and the source articles.
extension Citation {
  /// The cloud opinions.
  public static let cloudOpinions = Citation(
    "BIS advisory opinions of 2009-01-13, 2011-01-11 and 2014-11-13",
    says: "using software as a service is no export of the software, though technology in the "
      + "output may be; the provider is not the exporter of a user's data",
    mark: .published)
  /// The pending statute on remote access.
  public static let remoteAccessBill = Citation(
    "Remote Access Security Act, H.R. 2683",
    says: "would add remote access to the statute; it passed the House on 2026-01-12, and that it "
      + "is needed is evidence that present law does not reach access",
    mark: .published)
  /// The statute on emerging technologies.
  public static let emergingTechnology = Citation(
    "50 USC 4817",
    says: "emerging technologies may be identified and controlled, at first by interim controls",
    mark: .published)
  /// The exemption from review under the Administrative Procedure Act.
  public static let noReview = Citation(
    "50 USC 4821(a)",
    says: "functions under the statute are outside the Administrative Procedure Act, its review "
      + "by courts among it",
    mark: .published)
  /// The statement on training.
  public static let trainingStatement = Citation(
    "BIS policy statement of 2025-05-13",
    says: "computing for models that will serve weapons or military intelligence may need a "
      + "licence; infrastructure providers are named",
    mark: .published)
  /// The cases on publication of code.
  public static let publicationCases = Citation(
    "Bernstein v. United States Department of Justice",
    says: "source code is speech, and a licence to publish it a prior restraint", mark: .recalled)
  /// The article with the four theories.
  public static let fourTheories = Citation(
    "Khawam, the four theories of the directive",
    says: "an output theory is likeliest and broadest, support is wide discretion, weights and the "
      + "model itself are unlikely",
    mark: .article)
  /// The article's account of the support theory.
  public static let shutDown = Citation(
    "Khawam, the support theory",
    says: "once intelligence shows a listed user's interest, the government can move to shut the "
      + "model down",
    mark: .article)
  /// The directive as the press reports it.
  public static let directive = Citation(
    "Press report of the letter of 2026-06-12",
    says: "it bars non-Americans, staff of the laboratory included, from two models by name",
    mark: .article)
  /// The partial relief.
  public static let determinationOfRoster = Citation(
    "Determination of 2026-06-26, annex A",
    says: "named organisations, their foreign staff and the laboratory's need no licence for one "
      + "of the models",
    mark: .article)
}

/// Readings this model takes where the law is silent; each prints as such.
extension Citation {
  /// A letter names models; its words bind those.
  public static let namedInOrder = Citation(
    "The order's own list of models", says: "an order binds the models it names", mark: .article)
  /// A control is the words of the order.
  public static let wordsOfTheOrder = Citation(
    "The order's own words", says: "persons and acts that the order does not name stay outside it",
    mark: .assumed)
  /// Why access inside the country needs an entry that says so.
  public static let accessAsRelease = Citation(
    "Access as release",
    says: "an entry would have to say that use of a model is a release to the user, since use "
      + "reveals neither technology nor source code (15 CFR 734.13(a)(2))",
    mark: .assumed)
  /// What is out cannot be recalled.
  public static let copiesAlreadyOut = Citation(
    "Copies already published",
    says: "copies abroad stay subject in name (15 CFR 734.3(a)) but cannot be recalled, so only "
      + "fresh copies from the United States are counted",
    mark: .assumed)
  /// When a gate suffices.
  public static let gatesSuffice = Citation(
    "The control's sufficient gates",
    says: "service may go on for the rest once the restricted part can be told apart",
    mark: .assumed)
  /// Why everything stops.
  public static let cannotSeparate = Citation(
    "Separation of restricted users",
    says: "who cannot tell restricted users or outputs from the rest must stop the whole service "
      + "to be sure to comply",
    mark: .article)
  /// Obligation follows the order.
  public static let obligedByOrder = Citation(
    "The order's addressees",
    says: "who is not addressed is obliged by part 736 at most, with knowledge", mark: .assumed)
}
