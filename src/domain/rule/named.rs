//! The list of rules: each with its stable name and, when it is a hard rule, its number in the list
//! of hard rules (`domain.md` D).
//!
//! Deliberately absent: when a rule is broken (its neighbours here) and words (`text`).

macro_rules! rules {
    ($($(#[$doc:meta])* $rule:ident = $name:literal $(, $number:literal)?;)*) => {
        /// A rule that blocks. Names are stable: scripts read them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule {
            $($(#[$doc])* $rule,)*
        }

        impl Rule {
            /// Every rule.
            pub const ALL: &'static [Self] = &[$(Self::$rule,)*];

            /// The stable name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$rule => $name,)*
                }
            }

            /// The number of the hard rule it keeps; `None` for what only holds the facts
            /// together.
            #[must_use]
            pub const fn number(self) -> Option<u8> {
                match self {
                    $(Self::$rule => rules!(@number $($number)?),)*
                }
            }
        }
    };
    (@number $number:literal) => { Some($number) };
    (@number) => { None };
}

rules! {
    /// The fact is about a case.
    AboutACase = "about-a-case";
    /// A case is opened once.
    OpenedOnce = "opened-once";
    /// A fact of a kind this version knows.
    KnownKind = "known-kind";
    /// Messages are kept by the program itself.
    KeptByUs = "kept-by-us";
    /// Advice and other contacts hold nothing about a family.
    AdviceWithoutFamily = "advice-without-family", 21;
    /// The report is in the case.
    ReportKnown = "report-known";
    /// The person is in the case.
    PersonKnown = "person-known";
    /// Two different records are joined.
    TwoRecords = "two-persons";
    /// A reason is given.
    ReasonNeeded = "reason-needed";
    /// A link leads to another case.
    LinkElsewhere = "link-elsewhere";
    /// An organisation and a person watch.
    OverseerNamed = "overseer-named", 5;
    /// The member of staff is ours.
    StaffKnown = "staff-known";
    /// Acute unsafety comes with what is done at once, by whom and when.
    AcuteNeedsAction = "acute-needs-action", 1;
    /// There is a text.
    TextNeeded = "text-needed";
    /// The fact can be taken back.
    Retractable = "retractable";
    /// A day on which something happened does not lie ahead.
    DayNotFuture = "day-not-future";
    /// A triage decision names the reports it decides about.
    ReportsListed = "reports-listed";
    /// A triage decision has reasons.
    DecisionReasons = "decision-needs-reasons";
    /// Urgency was judged before the decision.
    UrgencyJudged = "urgency-judged";
    /// Earlier involvement was looked up before the decision.
    EarlierChecked = "earlier-checked";
    /// Follow-up that lies elsewhere names who receives it.
    ReceiverNamed = "receiver-named";
    /// A decision after the due day says why it is late. The due day counts from receipt (rule 4).
    LateReason = "late-reason", 3;
    /// Two different persons decide.
    SecondPerson = "second-person", 14;
    /// What is countersigned is a decision, a conclusion or an adopted plan of this case.
    Signable = "signable", 14;
    /// The reporter is told before closing, or it is said why not.
    ReporterTold = "reporter-told", 22;
    /// Acute unsafety is lifted, with a reason, before the case closes: a closed case would wait.
    AcuteLifted = "acute-lifted", 2;
    /// A safety case has an adopted safety plan before it closes.
    SafetyPlanFirst = "safety-plan-first", 8;
    /// Each child of twelve or older was spoken with, or it is said why not.
    ChildHeard = "child-heard", 36;
    /// A child was seen or spoken with, or it is said why not.
    SeenOrReason = "seen-or-reason", 36;
    /// Telling a person is put off by two weeks at most, each time.
    PostponedInSteps = "postponed-two-weeks", 17;
    /// Telling a person is put off on a ground.
    PostponedOnGround = "postponed-with-ground", 17;
    /// A professional reporter is hidden on a ground that the law lists.
    HiddenOnGround = "hidden-on-ground", 18;
    /// A reporter who is no professional becomes known with consent only.
    OpenWithConsent = "open-with-consent", 18;
    /// The sheet is in the case.
    SheetKnown = "sheet-known";
    /// A sheet keeps the form it was opened with.
    SheetKeepsForm = "sheet-keeps-form";
    /// The form is known here, and the same.
    FormKnown = "form-known";
    /// The answer fits the item of the form.
    AnswerFits = "answer-fits-form";
    /// A conclusion has reasons: no total of points decides.
    ConclusionReasons = "conclusion-reasons", 15;
    /// A conclusion that differs from what the form proposed says why.
    OverrideReason = "override-reason", 15;
    /// What the form proposed is told as it is.
    ProposalTold = "proposal-told", 15;
    /// A conclusion holds until a day that is not past when it is made.
    ValidUntilAhead = "valid-until-ahead";
    /// The plan is in the case.
    PlanKnown = "plan-known";
    /// A plan keeps its kind.
    PlanKeepsKind = "plan-keeps-kind";
    /// The part is in the plan.
    PartKnown = "part-known";
    /// A scale runs from 0 to 10.
    ScaleInRange = "scale-0-10", 10;
    /// Versions of a plan are numbered without holes.
    NextVersion = "next-version";
    /// What is adopted is what stands now.
    PlanAsItStands = "plan-as-it-stands";
    /// Nothing in a plan that is adopted is in dispute.
    PlanSettled = "plan-settled";
    /// A safety plan has a bottom line.
    PlanNeedsBottomLine = "plan-needs-bottom-line", 8;
    /// A plan has a review day and somebody who reviews.
    PlanNeedsReview = "plan-needs-review", 9;
    /// Each agreement has an owner.
    PlanNeedsOwner = "plan-needs-owner", 9;
    /// Each bottom line and agreement says how it is checked.
    PlanNeedsCheck = "plan-needs-check", 9;
    /// A safety plan has an alarm route.
    PlanNeedsAlarm = "plan-needs-alarm", 9;
    /// Each danger has a goal.
    DangerNeedsGoal = "danger-needs-goal", 10;
    /// Each danger has a scale, now and wanted.
    DangerNeedsScale = "danger-needs-scale", 10;
    /// A plan is made with parents and network, or it is said why not.
    PlanMadeWithFamily = "plan-made-with-family", 11;
    /// The version of the plan exists.
    VersionKnown = "version-known";
    /// The signer is in the case or in the network of the plan.
    SignerKnown = "signer-known";
    /// A signature, a reason of refusal, or a copy given.
    SignatureOrReason = "signature-or-reason";
}

#[cfg(test)]
mod tests {
    use super::Rule;
    use std::collections::BTreeSet;

    #[test]
    fn every_name_stands_for_one_rule_and_the_hard_rules_of_triage_and_plan_are_here() {
        let names: BTreeSet<&str> = Rule::ALL.iter().map(|rule| rule.name()).collect();
        assert_eq!(names.len(), Rule::ALL.len());
        let plain = |name: &&str| name.bytes().all(|b| b == b'-' || b.is_ascii_alphanumeric());
        assert!(names.iter().all(|name| plain(name) && name.len() <= 32));
        let numbers: BTreeSet<u8> = Rule::ALL.iter().filter_map(|rule| rule.number()).collect();
        let kept = [1, 2, 3, 5, 8, 9, 10, 11, 14, 15, 17, 18, 21, 22, 36];
        assert!(kept.iter().all(|number| numbers.contains(number)), "{numbers:?}");
    }
}
