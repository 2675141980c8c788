/// The controls and exceptions: parts 736, 740, 742, 744, 746, 750, 774.
///
/// Where a rule with the mark `published` was read stands in the article <doc:LegalReading>.
extension Citation {
  /// 15 CFR 742.4(a)(1): NS column 1.
  public static let nationalSecurityColumn1 = Citation(
    "15 CFR 742.4(a)(1)",
    says: "NS column 1 asks for a licence to all destinations but Australia, Canada and the United "
      + "Kingdom",
    mark: .published)
  /// The list entries for what a model can say.
  public static let controlledEntries = Citation(
    "ECCN 4D004, 4E001.a and .c, 5D, 5E, 1E, 2E",
    says: "software for intrusion software and the technology for it are controlled, as is "
      + "technology for other listed items",
    mark: .recalled)
  /// Notes to 4E001: disclosure and incident response.
  public static let disclosureNote = Citation(
    "ECCN 4E001, notes",
    says: "4E001.a and .c leave out vulnerability disclosure and cyber incident response",
    mark: .recalled)
  /// 15 CFR 740.22(a): exception ACE.
  public static let ace = Citation(
    "15 CFR 740.22(a)",
    says: "ACE covers cybersecurity items to most destinations, deemed exports included",
    mark: .published)
  /// 15 CFR 740.22(c): the limits of ACE.
  public static let aceLimits = Citation(
    "15 CFR 740.22(c)",
    says: "ACE is closed to E:1 and E:2 nationals, to government end users of group D outside A:6, "
      + "to others in D:1 and D:5 except for disclosure and deemed exports, and to use against "
      + "systems without their owner's authority",
    mark: .recalled)
  /// 15 CFR 740.11(b)(2)(ii): exception GOV.
  public static let gov = Citation(
    "15 CFR 740.11(b)(2)(ii)", says: "GOV covers agencies of the United States",
    mark: .published)
  /// ECCN 4E091: model weights.
  public static let modelWeightEntry = Citation(
    "ECCN 4E091",
    says: "unpublished parameters of models trained with 10^26 operations or more, above the best "
      + "open model; its rescission was announced on 2025-05-13, and copies of the list still "
      + "carry it",
    mark: .recalled)
  /// The diffusion rule's AI Authorization.
  public static let aiAuthorizationException = Citation(
    "AI Authorization of the diffusion rule",
    says: "transfers among close allies need no licence", mark: .published)
  /// The allies of that authorization.
  public static let aiAuthorizationAllies = Citation(
    "15 CFR part 740, supplement 5(a), of the diffusion rule", says: "about eighteen allies",
    mark: .recalled)
  /// 15 CFR 744.6: activities of United States persons.
  public static let usPersonSupport = Citation(
    "15 CFR 744.6(b)",
    says: "no United States person may support weapons or military-intelligence end uses, even "
      + "where no item is subject to the EAR",
    mark: .published)
  /// 15 CFR 744.6(c): notice of such a requirement.
  public static let usPersonInformed = Citation(
    "15 CFR 744.6(c)",
    says: "BIS may inform United States persons that an activity needs a licence",
    mark: .recalled)
  /// 15 CFR 744.22(a): end uses and end users of military intelligence.
  public static let militaryIntelligence = Citation(
    "15 CFR 744.22(a)",
    says: "any item to a listed military-intelligence end user needs a licence, wherever the user "
      + "is",
    mark: .published)
  /// 15 CFR 744.22(b): is-informed.
  public static let militaryIntelligenceInformed = Citation(
    "15 CFR 744.22(b)", says: "BIS may inform a firm by specific notice that a licence is needed",
    mark: .published)
  /// 15 CFR 744.22: no exception but GOV, and a presumption of denial.
  public static let militaryIntelligencePolicy = Citation(
    "15 CFR 744.22",
    says: "no exception but GOV is open, and applications meet a presumption of denial",
    mark: .published)
  /// The countries of 15 CFR 744.22 by name.
  public static let militaryIntelligenceCountries = Citation(
    "15 CFR 744.22",
    says: "Belarus, Burma, Cambodia, China, Russia, Venezuela and groups E:1 and E:2",
    mark: .published)
  /// Nicaragua, which one reading of the section adds.
  public static let militaryIntelligenceNicaragua = Citation(
    "15 CFR 744.22", says: "one copy of the section adds Nicaragua", mark: .recalled)
  /// Groups E:1 and E:2 within the section; who is in them is recalled.
  public static let militaryIntelligenceE = Citation(
    "15 CFR 744.22 with part 740, supplement 1",
    says: "groups E:1 (Iran, North Korea, Syria) and E:2 (Cuba) are among its countries",
    mark: .recalled)
  /// 15 CFR 744.2 to 744.4: weapons end uses.
  public static let weaponsEndUses = Citation(
    "15 CFR 744.2 to 744.4",
    says: "nuclear, missile, chemical and biological weapons end uses need a licence, whatever the "
      + "item",
    mark: .published)
  /// The is-informed letter in general.
  public static let isInformed = Citation(
    "15 CFR 744.3(b), 744.17(b)",
    says: "by specific notice, oral and then in writing within two working days, BIS may impose a "
      + "licence requirement on a firm",
    mark: .published)
  /// Embargoed destinations.
  public static let embargoes = Citation(
    "15 CFR part 746",
    says: "licences for the embargoed countries E:1 and E:2 are as a rule denied",
    mark: .recalled)
  /// Groups D:1, D:5, E:1 and E:2, of which a country is no member.
  public static let countryGroupsDandE = Citation(
    "15 CFR part 740, supplement 1", says: "groups D:1, D:5, E:1 and E:2 list their countries",
    mark: .recalled)
  /// What an applicant has to expect under a control of another hook.
  public static let reviewPolicy = Citation(
    "The control's own review policy", says: "applications meet a presumption of denial",
    mark: .assumed)
  /// The 0Y521 series.
  public static let temporaryEntry = Citation(
    "15 CFR 742.6(a)(8) and part 774, supplement 5",
    says: "the 0Y521 series lets BIS control an unlisted item at once, for a year",
    mark: .recalled)
  /// 15 CFR 750.7(a): what a licence covers.
  public static let licences = Citation(
    "15 CFR 750.7(a)", says: "an authorisation, once given, covers whom and what it names",
    mark: .published)
  /// General prohibition five and seven.
  public static let generalProhibitions = Citation(
    "15 CFR 736.2(b)(5), (7)",
    says: "end-use prohibitions and United States persons' activities are general prohibitions",
    mark: .published)
  /// Red flags and self-blinding.
  public static let knowledge = Citation(
    "15 CFR 772.1 and part 732, supplement 3",
    says: "knowledge includes reason to know, and self-blinding is no defence", mark: .published)
}
