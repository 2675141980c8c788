import Stochastics

/// The mean time in system in the long run: a service, and with probability C a wait.
func erlangC(servers: Int, arrivalRate: Double) -> Double {
  var blocked = 1.0
  for busy in 1...servers {
    blocked = arrivalRate * blocked / (Double(busy) + arrivalRate * blocked)
  }
  let spare = Double(servers) - arrivalRate
  let waits = Double(servers) * blocked / (spare + arrivalRate * blocked)
  return 1 + waits / spare
}

/// Twenty replications beside the formula.
func report(servers: Int, arrivalRate: Double, seed: UInt64) -> String {
  let means = Moments(
    (0..<20).compactMap { replication in
      let key = StreamKey(seed: seed).child("replication").child(replication)
      return meanTimeHere(servers: servers, arrivalRate: arrivalRate, key: key)
    })
  guard let mean = means.mean, let sd = means.standardDeviation,
    let range = Intervals.studentT(mean: mean, sd: sd, n: means.count, level: 0.95)
  else { return "too few replications" }
  return """
    mean time in system: \(mean)
    95 % interval: \(range.low) to \(range.high)
    Erlang C: \(erlangC(servers: servers, arrivalRate: arrivalRate))
    """
}
