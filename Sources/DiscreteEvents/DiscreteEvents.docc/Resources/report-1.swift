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
