//! The program is killed at any moment while somebody saves: what the screen called saved is there.

use std::time::Duration;

use serde_json::Value;

use crate::place::{ASKS, OPEN, Place, Seat};

/// Numbers that look like chance and are the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963);
        (self.0 >> 33) % limit
    }
}

/// Saves notes and contacts until the program is killed; gives what the screen said was saved.
fn save_and_die(seat: &mut Seat, round: usize, chance: &mut Chance) -> Vec<String> {
    let mut saved = Vec::new();
    let die_after = chance.below(5);
    for n in 0.. {
        let word = format!("kernwoord{round}x{n}");
        let is_note = n % 2 == 0;
        if is_note {
            seat.send("N");
            seat.wait_for("Tekst voor collega's");
            seat.send(&word);
        } else {
            seat.call();
            seat.send(&word);
        }
        seat.wait_for(&word);
        if n == die_after && chance.below(2) == 0 {
            seat.wait_quiet(Duration::from_millis(chance.below(1_200)));
            break;
        }
        seat.send("<C-s>");
        if !is_note {
            seat.wait_until("saved or asked", |screen| {
                screen.contains("Opgeslagen") || screen.contains("Nog een keer opslaan")
            });
            seat.send("<C-s>");
        }
        if n == die_after {
            std::thread::sleep(Duration::from_micros(chance.below(30_000)));
            break;
        }
        seat.wait_for("Opgeslagen");
        saved.push(word);
        if !is_note {
            seat.back();
        }
        // Another key takes the words away, so that the next ones are seen to be new.
        seat.send("g");
        seat.wait_gone("Opgeslagen");
    }
    let seen_before = seat.text().contains("Opgeslagen");
    seat.kill();
    // What reached the terminal before the end counts, if the last thing was a save.
    if !seen_before && seat.text().contains("Opgeslagen") {
        saved.push(format!("kernwoord{round}x{die_after}"));
    }
    saved
}

fn all_text(place: &Place) -> String {
    let queue: Value = serde_json::from_str(&place.run(&["queue", "--json"])).unwrap();
    let numbers = queue.as_array().unwrap().iter().map(|row| row["number"].as_str().unwrap());
    let told: String =
        numbers.map(|number| place.run(&["case", "show", number, "--json"])).collect();
    // The notes stand with the case on top.
    let mut seat = Seat(place.launch().size(120, 200).start());
    seat.wait_for(ASKS);
    seat.unlock();
    seat.wait_for("Melding van");
    let notes = seat.read_case();
    seat.quit();
    told + &notes
}

fn killed(rounds: usize) {
    let place = Place::with_cases(2);
    let mut chance = Chance(20_161_224);
    let mut saved = Vec::new();
    for round in 0..rounds {
        let mut seat = place.open();
        seat.wait_for("Melding van");
        let half_typed = seat.text().contains("1 concept:");
        assert!(round > 0 || !half_typed);
        // A note that was half typed comes back with its case: it is emptied first.
        seat.send("N");
        seat.wait_for("Tekst voor collega's");
        seat.send(&"<BS>".repeat(40));
        seat.send("leeg<C-s>");
        seat.wait_for("Opgeslagen");
        seat.send("g");
        seat.wait_gone("Opgeslagen");
        saved.extend(save_and_die(&mut seat, round, &mut chance));
        drop(seat);
        if round % 10 == 9 || round + 1 == rounds {
            let text = all_text(&place);
            for word in &saved {
                assert!(
                    text.contains(word.as_str()),
                    "round {round}: {word} was saved and is gone"
                );
            }
        }
    }
    assert!(saved.len() >= rounds / 2, "hardly anything was saved: {}", saved.len());
    let checked: Value = serde_json::from_str(&place.run(&["check", "--json"])).unwrap();
    assert_eq!(checked["problems"], Value::Array(Vec::new()));
    let mut seat = place.start();
    seat.unlock();
    assert!(seat.text().contains(OPEN));
    seat.quit();
}

#[test]
fn what_was_called_saved_outlives_a_kill_at_any_moment() {
    killed(20);
}

#[test]
#[ignore = "long: 200 kills"]
fn what_was_called_saved_outlives_two_hundred_kills() {
    killed(200);
}
