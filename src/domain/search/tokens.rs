//! A person as the tokens of a line in the index.
//!
//! Deliberately absent: what a card does not hold (the reporter, a shielded address).

use super::CardPerson;
use super::fold_name::{fold_name, is_prefix, sound, words};
use super::query::{ADDRESS, BIRTH, BSN, PHONE, SOUND, address_token};

/// A value as a token.
#[must_use]
pub fn tagged(tag: u8, value: &str) -> String {
    format!("{}{value}", char::from(tag))
}

/// The digits of a text.
#[must_use]
pub fn only_digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// A person as tokens: the words of the name, the family name in one piece where it has several,
/// how each sounds, and the numbers.
#[must_use]
pub fn person_tokens(person: &CardPerson) -> String {
    let mut tokens: Vec<String> = Vec::new();
    for name in person.name.split('/') {
        name_tokens(name, &mut tokens);
    }
    if let Some(birth) = person.birth.and_then(|birth| birth.value()) {
        tokens.push(tagged(BIRTH, &only_digits(&birth)));
    }
    if let Some(bsn) = &person.bsn {
        tokens.push(tagged(BSN, &only_digits(bsn)));
    }
    tokens.extend(person.addresses.iter().map(|a| tagged(ADDRESS, &address_token(a, ""))));
    tokens.extend(person.phones.iter().map(|phone| tagged(PHONE, &only_digits(phone))));
    tokens.join(" ")
}

fn name_tokens(name: &str, tokens: &mut Vec<String>) {
    let whole: Vec<String> = words(name).collect();
    let mut add = |token: String| {
        if !token.is_empty() && !tokens.contains(&token) {
            tokens.push(token);
        }
    };
    let parts = name.split([' ', '-']).map(fold_name).filter(|part| !part.is_empty());
    for word in whole.iter().cloned().chain(parts) {
        let heard = sound(&word);
        // A name that is written as it sounds stands for both.
        if !is_prefix(&word) && heard != word {
            add(tagged(SOUND, &heard));
        }
        add(word);
    }
    let family = whole.iter().position(|word| is_prefix(word)).unwrap_or(whole.len());
    add(whole.get(family..).map(<[String]>::concat).unwrap_or_default());
    if whole.len() > 1 {
        add(whole.concat());
    }
}
