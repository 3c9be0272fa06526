//! Keys of the wording, `contact`: the telephone: a contact and what it becomes.
//!
//! One key a line; each has its words under `## contact` in `assets/text/nl.ftl` and `en.ftl`.

keys_section! { $ contact_keys {
    ContactTitle = "contact-title",
    ContactWhat = "contact-what",
    ContactReport = "contact-report",
    ContactAdvice = "contact-advice",
    ContactAddition = "contact-addition",
    ContactQuestion = "contact-question",
    ContactNotForUs = "contact-not-for-us",
    ContactReportWhat = "contact-report-what",
    ContactAdviceWhat = "contact-advice-what",
    ContactAdditionWhat = "contact-addition-what",
    ContactQuestionWhat = "contact-question-what",
    ContactNotForUsWhat = "contact-not-for-us-what",
    ContactTurnInto = "contact-turn-into",
    ContactTurnLoses = "contact-turn-loses",
    ContactStarted = "contact-started",
    ContactReferredTo = "contact-referred-to",
    ContactSubject = "contact-subject",
    ContactAnswer = "contact-answer",
    ContactAdviceGiven = "contact-advice-given",
    ContactNoFamilyData = "contact-no-family-data",
    ContactCase = "contact-case",
} }
