import Quantities

/// The days on which the region did what the strategies plan, where they name no exact day.
///
/// The plan of document 002 gives months and due dates; the days within them are ours (aanname).
enum BuyingDays {
  static let programme = day(2020, 6, 15)
  static let interimProposal = day(2020, 6, 22)
  static let interimBoard = day(2020, 7, 2)
  static let interimExecutives = day(2020, 7, 7)
  static let advice = day(2020, 8, 25)
  static let consultation = day(2020, 9, 9)
  static let consultationReport = day(2020, 9, 21)
  static let adviceGiven = day(2020, 9, 22)
  static let descriptions = day(2020, 10, 30)
  static let costPriceAdults = day(2020, 12, 15)
  /// Documents were due before the study of Youth would be ready (fixture I15).
  static let replanned = day(2020, 12, 16)
  static let costPriceYouth = day(2021, 1, 4)
  /// The next versions of the strategies, in which the forms of contract are chosen.
  static let completedAdults = day(2020, 12, 21)
  static let completedYouth = day(2021, 1, 5)
  static let documents = day(2021, 1, 11)
  static let lotsChosen = day(2021, 1, 13)
  static let board = day(2021, 1, 21)
  static let executives = day(2021, 1, 26)
  static let publication = day(2021, 2, 1)
  static let question = day(2021, 2, 11)
  static let answer = day(2021, 2, 26)
  static let note = day(2021, 3, 3)
  static let award = day(2021, 6, 30)
  static let impact = day(2021, 10, 4)
  static let providers = day(2021, 11, 22)
  static let conclusion = day(2021, 12, 6)
  static let readiness = day(2021, 12, 13)
  static let start = day(2022, 1, 1)
  static let firstIndexation = day(2023, 11, 20)
  static let extensionNotice = day(2024, 5, 21)
  static let ceilingAnnounced = day(2024, 5, 27)
  static let ceilingDecided = day(2024, 9, 16)
  static let ceilingPlan = day(2024, 10, 21)
  static let secondIndexation = day(2024, 11, 18)
  /// The second option of 3+1+1, announced six months before the end at the latest.
  static let lastExtension = day(2025, 5, 19)
  static let nextCeilingAnnounced = day(2025, 6, 23)
  static let nextCeilingDecided = day(2025, 9, 15)
  static let nextCeilingPlan = day(2025, 10, 20)
  static let successors = day(2025, 6, 2)
  static let successorsDecided = day(2025, 6, 24)
  static let thirdIndexation = day(2025, 12, 1)

  /// The Monday in the last month of a contract year, on which it is judged.
  static func review(_ year: Int) -> CivilDate {
    Calendar2025.workday(day(year, 12, 7))
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
    Calendar2025.day(year, month, day)
  }
}
