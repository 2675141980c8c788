/// The evidence that a theory itself asks for before a control may be imposed.
public enum Trigger: String, CaseIterable, Hashable, Sendable {
  /// A reproducible demonstration that the model gives controlled technology.
  case capabilityDemonstration = "capability_demonstration"
  /// Intelligence that a listed end user is, or may be, served.
  case endUseIntelligence = "end_use_intelligence"
  /// Movement, or planned movement, of parameters over the line.
  case weightMovement = "weight_movement"
  /// The model's name on a list.
  case listing
}

/// The form in which a control is imposed.
public enum Effect: String, CaseIterable, Hashable, Sendable {
  /// A letter to one firm, which binds at once.
  case letter
  /// A published rule, which binds after a notice window.
  case rule
}

/// Those who must obey a control.
public enum Obligated: String, CaseIterable, Hashable, Sendable {
  /// The laboratory that made the model.
  case lab
  /// Cloud providers that host or resell it.
  case cloud
  /// Employees, each personally.
  case employees
  /// Customers, as reexporters.
  case customers
}

/// Licence exceptions that a control may leave open.
public enum LicenceException: String, CaseIterable, Hashable, Sendable {
  /// Authorized Cybersecurity Exports, 15 CFR 740.22.
  case ace
  /// The AI Authorization for allied destinations, of the diffusion rule.
  case aiAuthorization = "ai_authorization"
  /// Agencies of the United States, 15 CFR 740.11(b)(2)(ii).
  case government
}

/// A means of telling restricted users or outputs from the rest.
public enum Gate: String, CaseIterable, Hashable, Sendable {
  /// A classifier that withholds controlled outputs.
  case output
  /// Verification of each user's nationality and status.
  case nationality
  /// A fence by place.
  case location
  /// Screening against lists of parties.
  case listedParty = "listed_party"
  /// A list of organisations that a determination allows.
  case roster
  /// Weights held in domestic regions and shown to cleared staff only.
  case regionAndStaff = "region_and_staff"
}

/// How far the reasoning that reaches the named models reaches others.
public enum Contagion: String, CaseIterable, Hashable, Sendable {
  /// Models on the list; a list can be lengthened.
  case listed
  /// Every model whose tested outputs match the controlled entry.
  case allMatching = "all_matching"
  /// Every model over the line of training operations and capability.
  case `class`
  /// No other model at all.
  case none
}

/// What an applicant for a licence has to expect.
public enum ReviewPolicy: String, CaseIterable, Hashable, Sendable {
  /// Each application on its merits.
  case caseByCase = "case_by_case"
  /// Refused unless the applicant shows why not.
  case presumptionOfDenial = "presumption_of_denial"
  /// Granted unless the agencies show why not.
  case presumptionOfApproval = "presumption_of_approval"
}
