import ExportControls

/// Process 10, relief, with the suit of process 13.
enum ReliefStep: Hashable {
  /// A route is under way, which at normal speed takes so many days.
  case routeOpens(ReliefRoute, days: Double)
  case granted(ReliefRoute)

  func told(by names: Storyteller) -> Telling {
    switch self {
    case .routeOpens(let route, let days):
      return Telling(
        "relief_route_opens", by: ReliefStep.actor(route),
        "\(ReliefStep.opening(route)), for about \(names.figure(days, 0)) days if nothing speeds or"
          + " slows it"
      )
    case .granted(let route):
      return Telling(
        route.isFull ? "order_lifted" : "partial_relief", by: ReliefStep.actor(route),
        ReliefStep.words(route), grounds: ReliefStep.grounds(route))
    }
  }

  private static func actor(_ route: ReliefRoute) -> String {
    switch route {
    case .injunction: "court"
    case .fixed, .collateral, .roster, .negotiated, .licence, .rescission, .reversal: "regulator"
    }
  }

  private static func opening(_ route: ReliefRoute) -> String {
    switch route {
    case .fixed: "a fixed end"
    case .collateral: "allies ask for correction"
    case .roster: "a roster of trusted partners is in preparation"
    case .negotiated: "talks begin"
    case .licence: "licences are applied for"
    case .injunction: "a suit is heard"
    case .rescission: "the order itself is under review"
    case .reversal: "those who decide want the service of the public back"
    }
  }

  private static func words(_ route: ReliefRoute) -> String {
    switch route {
    case .fixed: "lifts the order on a fixed day"
    case .collateral: "frees persons of allied countries"
    case .roster:
      "names trusted partners, who need no licence, nor do their staff and the lab's own"
    case .negotiated: "lifts the order by agreement"
    case .licence: "has licensed every class of destination: the order is spent"
    case .injunction: "enjoins the order"
    case .rescission: "rescinds the order, or lets it expire"
    case .reversal: "takes the order back"
    }
  }

  private static func grounds(_ route: ReliefRoute) -> [Citation] {
    switch route {
    case .roster: [.licences]
    case .licence: [.licences]
    case .injunction: [.noReview]
    case .fixed, .collateral, .negotiated, .rescission, .reversal: []
    }
  }
}
