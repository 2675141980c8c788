// Which recipients a control restricts, by person and by place.

extension Regime {
  /// Whether a recipient is within the persons and the places of the control.
  func covers(_ recipient: Recipient, in activity: Activity) -> Reach {
    switch activity {
    case .hostWeights(let country) where personScope != .listedEndUsers && country != .us:
      // Weights that come to rest abroad are exported, whoever runs the server.
      return coversAbroad(country, because: .export)
    case .hostWeights, .publishWeights:
      if goesToEveryone(activity) {
        return Reach(
          true, "What is open to everyone is open to those restricted.", citing: [.posting])
      }
    case .apiUse, .downloadWeights, .staffAccess: break
    }
    switch personScope {
    case .listedEndUsers:
      return coversListed(recipient, activity)
    case .foreignPersons:
      guard recipient.isForeignPerson else {
        return Reach(
          false, "Citizens and permanent residents are not foreign persons.",
          citing: [.foreignPerson])
      }
      return coversPlace(recipient, activity, because: .foreignPerson)
    case .anyNoncitizen:
      guard recipient.nationality != .us else {
        return Reach(
          false, "Citizens are outside the order's words.", citing: [.wordsOfTheOrder])
      }
      return coversPlace(recipient, activity, because: .directive)
    case .everyoneAbroad:
      guard recipient.place != .us else {
        return Reach(false, "Nothing leaves the United States.", citing: [.export])
      }
      return coversAbroad(recipient.place, because: .export)
    }
  }

  /// The countries whose rules decide what is restricted: of weights on a server the server's, of
  /// a transmission the place, of a deemed export the citizenship.
  func decisiveCountries(_ activity: Activity, _ recipient: Recipient) -> [Country] {
    if case .hostWeights(let country) = activity, personScope != .listedEndUsers {
      return [country]
    }
    switch personScope {
    case .listedEndUsers:
      return [recipient.nationality]
    case .everyoneAbroad:
      return [recipient.place]
    case .foreignPersons, .anyNoncitizen:
      return deemedExportGround(activity) == nil
        ? [recipient.place] : [recipient.place, recipient.nationality]
    }
  }
}

extension Regime {
  private func coversListed(_ recipient: Recipient, _ activity: Activity) -> Reach {
    guard recipient.kind.isListed, recipient.nationality != .us else {
      if activity == .staffAccess {
        return Reach(
          false, "Staff are regulated as those who support, and not barred as recipients.",
          citing: [.usPersonSupport])
      }
      return Reach(
        false, "The recipient is no listed end user.", citing: [.militaryIntelligence])
    }
    if recipient.kind == .weaponsDevelopment {
      return Reach(
        true, "The recipient develops weapons of mass destruction.",
        citing: [.weaponsEndUses, .usPersonSupport])
    }
    let country = recipient.nationality
    guard destinationScope.contains(country) else {
      return Reach(
        false, "Military intelligence of \(country.name) is not among those listed.",
        citing: [.militaryIntelligence] + placeCitations(country))
    }
    return Reach(
      true, "The recipient is military intelligence of \(country.name), wherever it is.",
      citing: [.militaryIntelligence] + placeCitations(country))
  }

  private func coversPlace(
    _ recipient: Recipient, _ activity: Activity, because person: Citation
  ) -> Reach {
    if recipient.place == .us {
      guard let ground = deemedExportGround(activity) else {
        return Reach(
          false, "Only technology and source code can be released to a person in the country.",
          citing: [.deemedExport])
      }
      return coversNationality(recipient.nationality, citing: [ground, .deemedDestination, person])
    }
    let abroad = coversAbroad(recipient.place, because: person)
    guard !abroad.isReached, recipient.nationality != recipient.place,
      let ground = deemedExportGround(activity)
    else { return abroad }
    let byPerson = coversNationality(
      recipient.nationality, citing: [.reexport, ground, .deemedDestination, person])
    return byPerson.isReached ? byPerson : abroad
  }

  private func coversNationality(_ country: Country, citing citations: [Citation]) -> Reach {
    destinationScope.contains(country)
      ? Reach(
        true, "Release to a national of \(country.name) is deemed an export to that country.",
        citing: citations + placeCitations(country))
      : Reach(
        false, "Release to a national of \(country.name) goes, as deemed, to a place left free.",
        citing: citations + placeCitations(country))
  }

  private func coversAbroad(_ country: Country, because ground: Citation) -> Reach {
    destinationScope.contains(country)
      ? Reach(
        true, "\(country.name) is a restricted destination.",
        citing: destinationScope == .allForeign
          ? [ground] + placeCitations(country) : placeCitations(country) + [ground])
      : Reach(
        false, "\(country.name) is not a restricted destination.", citing: placeCitations(country))
  }

  /// The rule by which a release to a person, and not to a place, counts; none if it does not.
  private func deemedExportGround(_ activity: Activity) -> Citation? {
    switch itemScope {
    case .controlledOutput: outputIsTechnology ? .deemedExport : nil
    case .weights: staffWhoSeeWeights ? .deemedExport : nil
    case .support: .usPersonSupport
    case .access: .accessAsRelease
    }
  }

  /// The rules that put a country into, or leave it out of, the destinations.
  private func placeCitations(_ country: Country) -> [Citation] {
    switch destinationScope {
    case .allForeign: return [.wordsOfTheOrder]
    case .ns1: return [.nationalSecurityColumn1]
    case .mieuList:
      return [country.membership(in: .mieuList) ?? .militaryIntelligenceCountries]
    case .d1D5E:
      let groups: [CountryGroups] = [.d1, .d5, .e1, .e2]
      let found = groups.compactMap { country.membership(in: $0) }
      return found.isEmpty ? [.countryGroupsDandE] : found
    }
  }
}
