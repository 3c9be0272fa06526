//! One room per screen: its state, its intents, its update.

pub mod contact;
