import DiscreteEvents
import Stochastics
import Testing

/// One station with a mean service of one, in its four classical forms.
@Suite("Proofs: a station", .tags(.proof))
struct StationProofs {
  /// Kleinrock, *Queueing Systems* I, 1975, section 3.2: N is geometric.
  static let oneServer = [0.5, 0.8, 0.9].map { load in
    Proof(
      name: "M/M/1 at load \(load)", arrivalRate: load,
      exact: { rate in
        [
          ("number here", rate / (1 - rate)),
          ("wait", rate / (1 - rate)),
          ("time here", 1 / (1 - rate)),
          ("share who do not wait", 1 - rate),
        ]
      },
      measured: { measure(1, $0, .exponential, $1) })
  }

  /// Erlang, 1917; Kleinrock I, section 3.5: detailed balance, solved to rounding.
  static let severalServers = [(2, 1.6), (3, 2.4), (10, 9.0)].map { servers, rate in
    Proof(
      name: "M/M/\(servers) at load \(rate / Double(servers))", arrivalRate: rate,
      exact: { rate in
        let chain = BirthDeath(
          upTo: 2_000, births: { _ in rate }, deaths: { Double(min($0, servers)) })
        let number = chain.mean { Double($0) }
        return [
          ("number here", number),
          ("wait", number / rate - 1),
          ("time here", number / rate),
          ("share who do not wait", chain.shares[..<servers].reduce(0, +)),
        ]
      },
      measured: { measure(servers, $0, .exponential, $1) })
  }

  /// Pollaczek, 1930, and Khinchine, 1932; Kleinrock I, section 5.6.
  static let laws: [(String, GeneralStation.Service)] = [
    ("D", .constant), ("E4", .erlang(phases: 4)), ("H2", .hyperexponential(share: 0.1)),
  ]

  static let oneServerAnyLaw = laws.map { name, law in
    Proof(
      name: "M/\(name)/1 at load 0.8", arrivalRate: 0.8,
      exact: { rate in
        let wait = rate * law.secondMoment / 2 / (1 - rate)
        return [
          ("number here", rate * (wait + 1)),
          ("wait", wait),
          ("time here", wait + 1),
          ("share who do not wait", 1 - rate),
        ]
      },
      measured: { measure(1, $0, law, $1) })
  }

  private static func measure(
    _ servers: Int, _ rate: Double, _ service: GeneralStation.Service, _ key: StreamKey
  ) -> [Double] {
    var station = GeneralStation(
      servers: servers, service: service, Times(arrivalRate: rate, key: key))
    let end = station.run(warmUp: 3_000, length: 60_000 / rate)
    return [
      station.crowd.number.mean(until: end), station.waits.mean ?? .nan,
      station.crowd.meanSojourn, station.shareWithoutWait,
    ]
  }

  /// Kleinrock I, section 3.6, and Erlang's B formula where the room is the servers'.
  static let smallRoom = [(1, 5, 0.9), (3, 8, 3.0), (5, 5, 4.0)].map { servers, room, rate in
    Proof(
      name: "M/M/\(servers)/\(room) at rate \(rate)", arrivalRate: rate,
      exact: { rate in
        let chain = BirthDeath(
          upTo: room, births: { _ in rate }, deaths: { Double(min($0, servers)) })
        return [
          ("number here", chain.mean { Double($0) }),
          ("share refused", chain.shares[room]),
        ]
      },
      measured: { rate, key in
        var station = GeneralStation(
          servers: servers, room: room, Times(arrivalRate: rate, key: key))
        let end = station.run(warmUp: 200, length: 20_000)
        return [station.crowd.number.mean(until: end), station.refusedShare]
      })
  }

  @Test(
    "has the averages of its formulas, and not those of a rate 5 % off",
    arguments: oneServer + severalServers + oneServerAnyLaw + smallRoom)
  func formulas(proof: Proof) { proof.verify() }
}
