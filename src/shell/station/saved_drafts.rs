//! Half-typed forms as bytes: JSON inside the encrypted file, so that a later version can read an
//! earlier one's drafts.

use crate::app::effect::{DraftId, SavedDraft};
use crate::domain::id::{CaseId, from_hex, to_hex};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct Stored {
    form: String,
    case: Option<String>,
    fields: Vec<(String, String)>,
}

/// The bytes of a draft.
pub fn to_bytes(draft: &SavedDraft) -> Vec<u8> {
    let stored = Stored {
        form: draft.form.clone(),
        case: draft.case.map(|case| to_hex(&case.0)),
        fields: draft.fields.clone(),
    };
    // Strings in a struct always have a JSON form.
    serde_json::to_vec(&stored).unwrap_or_default()
}

/// The draft in these bytes; `None` when they are none of ours.
pub fn from_bytes(id: [u8; 16], bytes: &[u8]) -> Option<SavedDraft> {
    let stored: Stored = serde_json::from_slice(bytes).ok()?;
    Some(SavedDraft {
        id: Some(DraftId(id)),
        case: stored.case.and_then(|case| from_hex::<16>(&case)).map(CaseId),
        form: stored.form,
        fields: stored.fields,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn a_draft_is_read_back_whole() {
        let draft = SavedDraft {
            id: Some(DraftId([3; 16])),
            case: Some(CaseId([4; 16])),
            form: "contact".into(),
            fields: vec![("incident".into(), "één\ntwee \"drie\"".into())],
        };
        assert_eq!(from_bytes([3; 16], &to_bytes(&draft)).unwrap(), draft);
        assert_eq!(from_bytes([3; 16], b"{}"), None);
    }
}
