/// Compute that labs committed to buy and do not use.
struct CommittedCompute {
  /// One lab's commitments, used day by day.
  private struct Account {
    /// Committed a day, US dollars.
    var pledge = 0.0
    /// Used a day, idle up to a day, and that day.
    var used = 0.0
    var idle = 0.0
    var day = 0.0

    mutating func change(by dollars: Double, on next: Double) {
      idle += max(0, pledge - used) * (next - day)
      used += dollars
      day = next
    }
  }

  /// A change of what a pool uses.
  private struct Turn {
    var day: Double
    var pool: Int32
    var former: PathCode
    var code: PathCode
  }

  /// What the seats of a model use of its lab's commitments; negative lab: it has none.
  private struct Use {
    var lab: Int32
    var share: Double
    var price: Double
  }

  private var accounts: [Account] = []
  private var uses: [Use] = []
  private var turns: [Turn] = []
  /// By number of step: its pool, negative for a first step or a defender's, and the state before.
  private var links: [(pool: Int32, former: PathCode)] = []

  /// ∫ max(0, committed − used) dt of a world over all labs, US dollars.
  ///
  /// Used is a lab's sales times the compute each dollar of sales takes.
  mutating func idle(_ future: Future, _ paths: StepPaths) -> Double {
    open(future)
    guard accounts.contains(where: { $0.pledge > 0 }) else { return 0 }
    start(future, paths)
    gather(future, paths)
    settle(future)
    var sum = 0.0
    for lab in accounts.indices where accounts[lab].pledge > 0 {
      accounts[lab].change(by: 0, on: future.horizon)
      sum += accounts[lab].idle
    }
    return sum
  }

  private mutating func open(_ future: Future) {
    accounts.removeAll(keepingCapacity: true)
    for lab in future.labs.indices {
      var account = Account()
      for cloud in future.clouds { account.pledge += cloud.commitmentPerDay[lab] }
      accounts.append(account)
    }
    uses.removeAll(keepingCapacity: true)
    for model in future.models {
      uses.append(
        Use(
          lab: accounts[model.lab].pledge > 0 ? Int32(model.lab) : -1,
          share: future.labs[model.lab].computeShare, price: model.price))
    }
  }

  /// Day 0, and the links of the steps that follow.
  private mutating func start(_ future: Future, _ paths: StepPaths) {
    while links.count < paths.steps.count { links.append((-1, paths.steps[0].code)) }
    let (customers, uses) = (future.dollars.count, uses)
    var accounts = accounts
    self.accounts = []
    var lent = accounts.mutableSpan
    var links = links.mutableSpan
    for pool in 0..<paths.pools {
      let step = paths.steps[pool]
      links[pool].pool = -1
      if pool < customers {
        let (lab, dollars) = Self.use(uses, future.dollars[pool], step.code)
        if lab >= 0 { lent[lab].used += dollars }
      }
      var former = step.code
      var number = Int(step.next)
      while number >= 0 {
        links[number] = (pool < customers ? Int32(pool) : -1, former)
        former = paths.steps[number].code
        number = Int(paths.steps[number].next)
      }
    }
    self.accounts = accounts
  }

  /// The turns of customers in order of day, then of pool; the ledger's steps are in order of day.
  private mutating func gather(_ future: Future, _ paths: StepPaths) {
    turns.removeAll(keepingCapacity: true)
    func isPledged(_ code: PathCode) -> Bool { code.isServed && uses[code.model].lab >= 0 }
    var isOrdered = true
    var last = (day: -1.0, pool: Int32(-1))
    for (number, step) in paths.steps.enumerated() {
      let (pool, former) = links[number]
      guard pool >= 0, isPledged(former) || isPledged(step.code) else { continue }
      if (step.day, pool) < last { isOrdered = false }
      last = (step.day, pool)
      turns.append(Turn(day: step.day, pool: pool, former: former, code: step.code))
    }
    if !isOrdered { turns.sort { ($0.day, $0.pool) < ($1.day, $1.pool) } }
  }

  private mutating func settle(_ future: Future) {
    let (turns, uses) = (turns, uses)
    var accounts = accounts.mutableSpan
    for turn in turns {
      let dollars = future.dollars[Int(turn.pool)]
      let (from, before) = Self.use(uses, dollars, turn.former)
      let (to, after) = Self.use(uses, dollars, turn.code)
      if from == to {
        if before != after { accounts[from].change(by: after - before, on: turn.day) }
      } else {
        if from >= 0, before != 0 { accounts[from].change(by: 0 - before, on: turn.day) }
        if to >= 0, after != 0 { accounts[to].change(by: after, on: turn.day) }
      }
    }
  }

  /// The lab whose commitments a pool draws on, and by how many dollars a day; negative: none.
  private static func use(
    _ uses: [Use], _ dollars: Double, _ code: PathCode
  ) -> (lab: Int, dollars: Double) {
    guard code.isServed else { return (-1, 0) }
    let use = uses[code.model]
    return use.lab < 0 ? (-1, 0) : (Int(use.lab), dollars * use.share * use.price)
  }
}
