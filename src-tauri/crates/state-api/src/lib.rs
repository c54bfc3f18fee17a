//! state-api
