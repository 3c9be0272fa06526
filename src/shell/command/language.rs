//! Which language to speak, before anything is parsed: `--lang`, else the workstation's own, else
//! the machine's, else Dutch.
//!
//! Deliberately absent: complaints. A wrong `--lang` is refused by the parser, in Dutch.

use crate::shell::data_dir;
use crate::text::Lang;
use std::ffi::{OsStr, OsString};
use std::io::Read;
use std::path::{Path, PathBuf};

const STATION: &str = "station.toml";
const STATION_BYTES_MAX: u64 = 64 * 1024;

/// Chooses the language from the arguments, the data directory and the environment.
#[must_use]
pub fn choose(arguments: &[OsString]) -> Lang {
    let asked = value_of(arguments, "--lang").and_then(OsStr::to_str).and_then(Lang::from_code);
    let data = || value_of(arguments, "--data").map(PathBuf::from).or_else(data_dir::default_dir);
    asked.or_else(|| of_station(&data()?)).or_else(of_machine).unwrap_or_default()
}

/// The value after `name`, or behind `name=`; the last one counts.
fn value_of<'a>(arguments: &'a [OsString], name: &str) -> Option<&'a OsStr> {
    let end = arguments.iter().position(|argument| argument == "--").unwrap_or(arguments.len());
    let arguments = arguments.get(..end)?;
    let (at, found) = arguments.iter().enumerate().rev().find(|(_, argument)| {
        argument
            .as_encoded_bytes()
            .strip_prefix(name.as_bytes())
            .is_some_and(|rest| rest.is_empty() || rest.first() == Some(&b'='))
    })?;
    match found.to_str().and_then(|found| found.split_once('=')) {
        Some((_, value)) => Some(OsStr::new(value)),
        None => arguments.get(at + 1).map(OsString::as_os_str),
    }
}

fn of_station(data: &Path) -> Option<Lang> {
    let mut text = String::new();
    let file = std::fs::File::open(data.join(STATION)).ok()?;
    file.take(STATION_BYTES_MAX).read_to_string(&mut text).ok()?;
    let table: toml::Table = text.parse().ok()?;
    table.get("lang")?.as_str().and_then(Lang::from_code)
}

fn of_machine() -> Option<Lang> {
    let set = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set).and_then(|v| Lang::from_code(&v))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn arguments(line: &str) -> Vec<OsString> {
        line.split(' ').map(OsString::from).collect()
    }

    #[test]
    fn the_flag_decides_in_both_spellings_and_the_last_one_counts() {
        assert_eq!(choose(&arguments("beschermd --lang en queue")), Lang::En);
        assert_eq!(choose(&arguments("beschermd queue --lang=en")), Lang::En);
        assert_eq!(choose(&arguments("beschermd --lang en --lang nl")), Lang::Nl);
        assert_eq!(value_of(&arguments("beschermd --language en"), "--lang"), None);
        assert_eq!(value_of(&arguments("beschermd -- --lang en"), "--lang"), None);
    }

    #[test]
    fn without_the_flag_the_workstation_speaks_its_own_language() {
        let home = tempfile::tempdir().unwrap();
        std::fs::write(home.path().join(STATION), "lang = \"en\"\n").unwrap();
        let line = format!("beschermd queue --data {}", home.path().display());
        assert_eq!(choose(&arguments(&line)), Lang::En);
    }
}
