/// The M/M/c queue in closed form (Erlang C), in units of the load in Erlangs.
enum ErlangC {
  /// Mean number waiting with c servers and a load of a = λ/μ < c.
  ///
  /// P(wait) = B / (1 − ρ(1 − B)) with Erlang's B by its recursion; L_q = P(wait) · ρ/(1 − ρ).
  static func wait(servers: Int, load: Double) -> Double {
    var blocking = 1.0
    for count in 1...max(1, servers) {
      blocking = load * blocking / (Double(count) + load * blocking)
    }
    let rho = load / Double(servers)
    guard rho < 1 else { return .infinity }
    let waits = blocking / (1 - rho * (1 - blocking))
    return waits * rho / (1 - rho)
  }
}
