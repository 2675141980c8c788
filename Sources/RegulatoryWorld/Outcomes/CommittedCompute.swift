/// Compute that labs committed to buy and do not use.
struct CommittedCompute {
  /// One lab's commitments, used day by day.
  private struct Account {
    /// Committed a day, and what each dollar of sales uses, US dollars.
    var pledge = 0.0
    var share = 0.0
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

  private var accounts: [Account] = []
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
    for turn in turns { take(turn, future) }
    var sum = 0.0
    for lab in accounts.indices where accounts[lab].pledge > 0 {
      accounts[lab].change(by: 0, on: future.horizon)
      sum += accounts[lab].idle
    }
    return sum
  }

  private mutating func open(_ future: Future) {
    accounts.removeAll(keepingCapacity: true)
    for (lab, traits) in future.labs.enumerated() {
      var account = Account()
      for cloud in future.clouds { account.pledge += cloud.commitmentPerDay[lab] }
      account.share = traits.computeShare
      accounts.append(account)
    }
  }

  /// Day 0, and the links of the steps that follow.
  private mutating func start(_ future: Future, _ paths: StepPaths) {
    while links.count < paths.steps.count { links.append((-1, paths.steps[0].code)) }
    for pool in paths.heads.indices {
      let isCustomer = pool < future.dollars.count
      var number = Int(paths.heads[pool])
      var former = paths.steps[number].code
      links[number].pool = -1
      if isCustomer, let lab = lab(former, future) {
        accounts[lab].used += use(pool, former, future)
      }
      number = Int(paths.steps[number].next)
      while number >= 0 {
        links[number] = (isCustomer ? Int32(pool) : -1, former)
        former = paths.steps[number].code
        number = Int(paths.steps[number].next)
      }
    }
  }

  /// The turns of customers in order of day, then of pool; the ledger's steps are in order of day.
  private mutating func gather(_ future: Future, _ paths: StepPaths) {
    turns.removeAll(keepingCapacity: true)
    var isOrdered = true
    for (number, step) in paths.steps.enumerated() where links[number].pool >= 0 {
      let turn = Turn(
        day: step.day, pool: links[number].pool, former: links[number].former, code: step.code)
      guard lab(turn.former, future) != nil || lab(turn.code, future) != nil else { continue }
      if let last = turns.last, (turn.day, turn.pool) < (last.day, last.pool) { isOrdered = false }
      turns.append(turn)
    }
    if !isOrdered { turns.sort { ($0.day, $0.pool) < ($1.day, $1.pool) } }
  }

  private mutating func take(_ turn: Turn, _ future: Future) {
    let pool = Int(turn.pool)
    let (from, to) = (lab(turn.former, future), lab(turn.code, future))
    let before = from == nil ? 0 : use(pool, turn.former, future)
    let after = to == nil ? 0 : use(pool, turn.code, future)
    if let from, from == to {
      if before != after { accounts[from].change(by: after - before, on: turn.day) }
      return
    }
    if let from, before != 0 { accounts[from].change(by: 0 - before, on: turn.day) }
    if let to, after != 0 { accounts[to].change(by: after, on: turn.day) }
  }

  /// The lab that serves a pool, if it has committed itself to anything.
  private func lab(_ code: PathCode, _ future: Future) -> Int? {
    guard code.isServed else { return nil }
    let lab = future.models[code.model].lab
    return accounts[lab].pledge > 0 ? lab : nil
  }

  /// Compute a pool uses, US dollars a day.
  private func use(_ pool: Int, _ code: PathCode, _ future: Future) -> Double {
    let model = future.models[code.model]
    return future.dollars[pool] * accounts[model.lab].share * model.price
  }
}
