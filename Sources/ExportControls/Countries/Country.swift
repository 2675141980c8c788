/// A country, by its ISO 3166 code.
///
/// Not all of them: enough to give allies, others and every country that the rules list by name.
public enum Country: String, CaseIterable, Hashable, Sendable {
  /// United States.
  case us
  /// United Kingdom.
  case gb
  /// Canada.
  case ca
  /// Australia.
  case au
  /// New Zealand.
  case nz
  /// Austria.
  case at
  /// Belgium.
  case be
  /// Switzerland.
  case ch
  /// Czech Republic.
  case cz
  /// Germany.
  case de
  /// Denmark.
  case dk
  /// Estonia.
  case ee
  /// Spain.
  case es
  /// Finland.
  case fi
  /// France.
  case fr
  /// Greece.
  case gr
  /// Hungary.
  case hu
  /// Ireland.
  case ie
  /// Italy.
  case it
  /// Netherlands.
  case nl
  /// Norway.
  case no
  /// Poland.
  case pl
  /// Portugal.
  case pt
  /// Romania.
  case ro
  /// Sweden.
  case se
  /// Turkey.
  case tr
  /// Japan.
  case jp
  /// South Korea.
  case kr
  /// India.
  case `in`
  /// Argentina.
  case ar
  /// Israel.
  case il
  /// Mexico.
  case mx
  /// Singapore.
  case sg
  /// Taiwan.
  case tw
  /// South Africa.
  case za
  /// United Arab Emirates.
  case ae
  /// Brazil.
  case br
  /// Chile.
  case cl
  /// Egypt.
  case eg
  /// Indonesia.
  case id
  /// Kenya.
  case ke
  /// Malaysia.
  case my
  /// Nigeria.
  case ng
  /// Philippines.
  case ph
  /// Pakistan.
  case pk
  /// Qatar.
  case qa
  /// Saudi Arabia.
  case sa
  /// Thailand.
  case th
  /// Armenia.
  case am
  /// Kazakhstan.
  case kz
  /// Ukraine.
  case ua
  /// Vietnam.
  case vn
  /// China.
  case cn
  /// Hong Kong.
  case hk
  /// Macau.
  case mo
  /// Russia.
  case ru
  /// Belarus.
  case by
  /// Venezuela.
  case ve
  /// Burma.
  case mm
  /// Cambodia.
  case kh
  /// Nicaragua.
  case ni
  /// Afghanistan.
  case af
  /// Iraq.
  case iq
  /// Lebanon.
  case lb
  /// Libya.
  case ly
  /// Sudan.
  case sd
  /// Zimbabwe.
  case zw
  /// Iran.
  case ir
  /// North Korea.
  case kp
  /// Syria.
  case sy
  /// Cuba.
  case cu
}
