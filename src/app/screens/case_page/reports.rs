//! The reports of a case, as they were received.

use super::{Reader, disputed, held};
use crate::app::page::{Tone, Writer};
use crate::domain::case::{Case, Report};
use crate::domain::person::Answer;
use crate::domain::report::{
    Channel, Circumstances, Classification, Disclosure, Flag, Informing, Narrative,
    ReporterIdentity,
};
use crate::text::codes::{self, CodeList};
use crate::text::{Key as Words, Text, dates};

/// Every report, the latest received first.
pub fn reports(writer: &mut Writer<'_>, reader: &Reader<'_>, case: &Case) {
    let mut reports: Vec<&Report> = case.reports.values().collect();
    reports
        .sort_by_key(|r| std::cmp::Reverse(r.receipt.shown().map(|receipt| receipt.received_at)));
    if reports.is_empty() {
        writer.say(Tone::Soft, Words::NoReports);
    }
    for report in reports {
        one(writer, reader, report);
    }
}

fn one(writer: &mut Writer<'_>, reader: &Reader<'_>, report: &Report) {
    receipt(writer, reader, report);
    reporter(writer, reader, report);
    held(writer, reader, Words::LabelClassification, &report.classification, |writer, codes| {
        classification(writer.words, codes)
    });
    held(writer, reader, Words::LabelReportDate, &report.occasion, |writer, occasion| {
        dates::partial_date(&occasion.report_date, writer.words)
    });
    held(writer, reader, Words::LabelIncidentDate, &report.occasion, |writer, occasion| {
        dates::partial_date(&occasion.incident_date, writer.words)
    });
    held(writer, reader, Words::LabelLocation, &report.occasion, |_, o| o.location.clone());
    held(writer, reader, Words::LabelReportNumber, &report.occasion, |_, o| {
        o.report_number.clone()
    });
    match report.narrative.settled() {
        Some(told) => narrative(writer, told),
        None => disputed(writer, reader, Words::LabelNarrative, &report.narrative, narrative),
    }
    match report.circumstances.settled() {
        Some(told) => circumstances(writer, told),
        None => {
            let label = Words::LabelCircumstances;
            disputed(writer, reader, label, &report.circumstances, circumstances);
        }
    }
    match report.informing.settled() {
        Some(told) => informing(writer, told),
        None => disputed(writer, reader, Words::LabelInforming, &report.informing, informing),
    }
}

fn receipt(writer: &mut Writer<'_>, reader: &Reader<'_>, report: &Report) {
    let Some(shown) = report.receipt.shown() else {
        writer.say(Tone::Warning, Words::ReceiptMissing);
        return;
    };
    let when = dates::short_moment(shown.received_at, writer.words);
    let channel = writer.words.get(channel(shown.channel)).to_owned();
    let heading = writer
        .words
        .with(Words::ReportHeading, &[("when", (&when).into()), ("channel", (&channel).into())]);
    writer.heading(&heading);
    disputed(writer, reader, Words::LabelReceipt, &report.receipt, |writer, receipt| {
        let when = dates::short_moment(receipt.received_at, writer.words);
        writer.push(Tone::Warning, &when, 2);
    });
    let mut flags: Vec<Flag> = report.receipt.values().flat_map(|r| r.flags.clone()).collect();
    flags.sort_unstable();
    flags.dedup();
    for flag in flags {
        let line = format!("! {}", writer.words.get(flag_words(flag)));
        writer.push(Tone::Warning, &line, 2);
    }
    if let Some(message) = &shown.message {
        writer.field(Words::LabelMessageType, &message.message_type);
        writer.field(Words::LabelReference, &message.reference);
    }
}

fn reporter(writer: &mut Writer<'_>, reader: &Reader<'_>, report: &Report) {
    let known = report.reporter_sealed || !report.reporter.is_empty();
    if known && (!reader.sees_reporter() || report.reporter.is_empty()) {
        writer.say(Tone::Soft, Words::ReporterWithheld);
        return;
    }
    held(writer, reader, Words::LabelReporter, &report.reporter, |_, who| reporter_words(who));
    held(writer, reader, Words::LabelDisclosure, &report.disclosure, |writer, disclosure| {
        match disclosure {
            Disclosure::Open => writer.words.get(Words::DisclosedOpen).to_owned(),
            Disclosure::HiddenToFamily(ground) => {
                format!("{} · {ground}", writer.words.get(Words::DisclosedHidden))
            }
            Disclosure::NotAsked => writer.words.get(Words::DisclosedNotAsked).to_owned(),
        }
    });
}

fn reporter_words(who: &ReporterIdentity) -> String {
    let mut parts = vec![who.organisation.as_str(), &who.contact_name, &who.department];
    parts.extend(who.phones.iter().map(String::as_str));
    parts.extend(who.mails.iter().map(String::as_str));
    parts.extend(who.numbers.iter().map(String::as_str));
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

fn classification(words: &Text, codes: &Classification) -> String {
    let label = |list, code: u16| {
        codes::label(words.lang(), list, code).map_or_else(|| code.to_string(), ToOwned::to_owned)
    };
    let mut parts: Vec<String> =
        codes.reasons.iter().map(|code| label(CodeList::Reason, code.0)).collect();
    parts.extend(codes.natures.iter().map(|code| label(CodeList::Nature, code.0)));
    parts.extend(codes.capacity.map(|code| label(CodeList::Capacity, code.0)));
    parts.join(" · ")
}

fn narrative(writer: &mut Writer<'_>, told: &Narrative) {
    writer.story(Words::LabelIncident, &told.incident);
    writer.story(Words::LabelConcern, &told.concern);
    writer.story(Words::LabelAdditional, &told.additional);
    writer.story(Words::LabelRequest, &told.request);
    for (question, answer) in told.questions.iter().chain(&told.extras) {
        writer.text(Tone::Soft, question);
        writer.text(Tone::Body, answer);
    }
}

fn circumstances(writer: &mut Writer<'_>, told: &Circumstances) {
    for (label, answer) in [
        (Words::LabelWeapons, told.weapons),
        (Words::LabelChildrenPresent, told.children_present),
        (Words::LabelStalkingScreened, told.stalking_screened),
        (Words::LabelJointMeeting, told.joint_meeting),
    ] {
        if let Some(answer) = answer {
            let words = writer.words.get(answer_words(answer)).to_owned();
            writer.field(label, &words);
        }
    }
    writer.field(Words::LabelRestrainingOrder, &told.restraining_order);
    writer.field(Words::LabelArrest, &told.arrest);
    writer.field(Words::LabelCharge, &told.charge);
    writer.field(Words::LabelHonour, &told.honour);
    writer.field(Words::LabelExistingHelp, &told.existing_help);
    writer.field(Words::LabelStalkingLevel, &told.stalking_level);
    for earlier in &told.earlier_registrations {
        writer.field(Words::LabelEarlier, earlier);
    }
}

fn informing(writer: &mut Writer<'_>, told: &Informing) {
    writer.story(Words::LabelInformedGeneral, &told.general);
    for person in &told.persons {
        let mut parts = vec![person.name.clone(), person.manner.clone()];
        parts.push(dates::partial_date(&person.date, writer.words));
        parts.push(person.reaction.clone());
        parts.retain(|part| !part.is_empty());
        writer.field(Words::LabelInformed, &parts.join(" · "));
    }
    writer.story(Words::LabelToldReporter, &told.told_reporter);
}

const fn answer_words(answer: Answer) -> Words {
    match answer {
        Answer::Yes => Words::Yes,
        Answer::No => Words::No,
        Answer::Unknown => Words::NoInformation,
    }
}

const fn channel(channel: Channel) -> Words {
    match channel {
        Channel::Corv => Words::ChannelCorv,
        Channel::Json => Words::ChannelJson,
        Channel::Telephone => Words::ChannelTelephone,
        Channel::InPerson => Words::ChannelInPerson,
        Channel::Written => Words::ChannelWritten,
        Channel::OwnInitiative => Words::ChannelOwnInitiative,
    }
}

const fn flag_words(flag: Flag) -> Words {
    match flag {
        Flag::BsnInvalid => Words::FlagBsnInvalid,
        Flag::DateImpossible => Words::FlagDateImpossible,
        Flag::ReferenceMissing => Words::FlagReferenceMissing,
        Flag::ReportNumberMissing => Words::FlagReportIdMissing,
        Flag::SentAtImplausible => Words::FlagSentAtInvalid,
        Flag::HiddenCharacters => Words::FlagHiddenCharacters,
        Flag::NoChild => Words::FlagNoChild,
        Flag::PersonUnknown => Words::FlagPersonUnknown,
        Flag::NarrativeEmpty => Words::FlagNoNarrative,
        Flag::TextShortened => Words::FlagTextShortened,
        Flag::FollowUp => Words::FollowUpReport,
        Flag::StalkingHigh => Words::FlagStalkingHigh,
    }
}
