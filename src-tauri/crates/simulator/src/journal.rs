//! The store: the plan of the story and what was done since, in an SQLite file.
//!
//! Not the rows: the same plan tells the same story, and the same deeds in the same order lead to the same state. One
//! journal serves every table, present and future, and a write costs one small row.

use std::collections::BTreeMap;
use std::path::Path;

use bytes::Bytes;
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};

use crate::SimulatorError;
use crate::api::{self, Operation, Run};
use crate::config::Options;
use crate::deeds::Deed;
use crate::http::call::{Call, Query, Tweak};
use crate::http::users::User;
use crate::state::World;
use crate::state::values::Text;
use crate::story::{self, Plan};

/// The open store.
pub struct Journal {
    connection: Connection,
}

/// One thing that was done.
pub struct Entry {
    pub at: Timestamp,
    what: What,
}

#[derive(Serialize, Deserialize)]
enum What {
    Call {
        method: String,
        route: String,
        licence: Option<String>,
        user: String,
        path: BTreeMap<String, String>,
        query: BTreeMap<String, String>,
        body: String,
    },
    Deed(Deed),
}

impl Entry {
    pub fn of_call(operation: &Operation, call: &Call) -> Self {
        let what = What::Call {
            method: operation.method.to_owned(),
            route: operation.route.to_owned(),
            licence: call.facility.map(|id| id.to_string()),
            user: call.user.to_string(),
            path: call.path.clone(),
            query: call.query.pairs().clone(),
            body: String::from_utf8_lossy(&call.body).into_owned(),
        };
        Self { at: call.now, what }
    }

    pub fn of_deed(deed: &Deed, at: Timestamp) -> Self {
        Self { at, what: What::Deed(deed.clone()) }
    }

    /// The deed, where it was one.
    pub fn deed(&self) -> Result<Option<Deed>, SimulatorError> {
        match &self.what {
            What::Deed(deed) => Ok(Some(deed.clone())),
            What::Call { .. } => Ok(None),
        }
    }

    /// The request, where it was one.
    pub fn call(&self, world: &World, users: &[User], options: &Options) -> Option<(Run, Call)> {
        let What::Call { method, route, licence, user, path, query, body } = &self.what else { return None };
        let operation = api::operations().find(|known| known.method == method && known.route == route)?;
        let facility = licence.as_ref().and_then(|id| id.parse().ok()).filter(|id| world.facility(*id).is_some());
        let licences = users.iter().find(|known| *known.name == **user).map(|user| user.licences.clone())?;
        let call = Call {
            facility,
            user: Text::from(user.as_str()),
            licences,
            path: path.clone(),
            query: Query::from_pairs(query.clone()),
            body: Bytes::from(body.clone()),
            now: self.at,
            options: options.clone(),
            tweak: Tweak::None,
        };
        Some((operation.run, call))
    }
}

impl Journal {
    /// Opens a store, or makes one for `wanted`. A store made by another version of the story is moved aside, since
    /// its deeds may not fit; the file stays beside it.
    pub fn open(path: &Path, wanted: Plan) -> Result<(Self, Plan), SimulatorError> {
        let connection = connect(path)?;
        let plan = stored_plan(&connection)?;
        if let Some((version, plan)) = plan {
            if version == story::VERSION {
                return Ok((Self { connection }, plan));
            }
            drop(connection);
            let aside = path.with_extension(format!("story-{version}"));
            std::fs::rename(path, &aside).map_err(|error| SimulatorError::StoreUnreadable(error.to_string()))?;
            tracing::info!("the simulator's store was made by another version; it was kept aside");
            return Self::open(path, wanted);
        }
        connection.execute(
            "INSERT INTO plan (id, version, seed, packages, anchor) VALUES (1, ?1, ?2, ?3, ?4)",
            params![story::VERSION, wanted.seed.to_string(), wanted.packages, wanted.anchor.to_string()],
        )?;
        // Read back, so that the anchor is exactly what the next start will see.
        let plan = stored_plan(&connection)?.map_or(wanted, |(_, plan)| plan);
        Ok((Self { connection }, plan))
    }

    pub fn entries(&self) -> Result<Vec<Entry>, SimulatorError> {
        let mut statement = self.connection.prepare("SELECT at, what FROM journal ORDER BY id")?;
        let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
        let mut entries = Vec::new();
        for row in rows {
            let (at, what) = row?;
            let at = at.parse().map_err(|_| SimulatorError::StoreUnreadable("a time in it is not one".into()))?;
            let what = serde_json::from_str(&what)
                .map_err(|error| SimulatorError::StoreUnreadable(format!("an entry in it is not one ({error})")))?;
            entries.push(Entry { at, what });
        }
        Ok(entries)
    }

    pub fn append(&mut self, entry: &Entry) -> Result<(), SimulatorError> {
        let what =
            serde_json::to_string(&entry.what).map_err(|error| SimulatorError::StoreUnreadable(error.to_string()))?;
        self.connection
            .prepare_cached("INSERT INTO journal (at, what) VALUES (?1, ?2)")?
            .execute(params![entry.at.to_string(), what])?;
        Ok(())
    }

    pub fn clear(&mut self) -> Result<(), SimulatorError> {
        self.connection.execute("DELETE FROM journal", [])?;
        Ok(())
    }
}

fn connect(path: &Path) -> Result<Connection, SimulatorError> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(|error| SimulatorError::StoreUnreadable(error.to_string()))?;
    }
    let connection = Connection::open(path)?;
    connection.execute_batch(
        "PRAGMA journal_mode = WAL;
         PRAGMA synchronous = NORMAL;
         CREATE TABLE IF NOT EXISTS plan (
             id INTEGER PRIMARY KEY CHECK (id = 1),
             version INTEGER NOT NULL,
             seed TEXT NOT NULL,
             packages INTEGER NOT NULL,
             anchor TEXT NOT NULL
         ) STRICT;
         CREATE TABLE IF NOT EXISTS journal (
             id INTEGER PRIMARY KEY AUTOINCREMENT,
             at TEXT NOT NULL,
             what TEXT NOT NULL
         ) STRICT;",
    )?;
    Ok(connection)
}

fn stored_plan(connection: &Connection) -> Result<Option<(u32, Plan)>, SimulatorError> {
    let row = connection
        .query_row("SELECT version, seed, packages, anchor FROM plan WHERE id = 1", [], |row| {
            Ok((row.get::<_, u32>(0)?, row.get::<_, String>(1)?, row.get::<_, u32>(2)?, row.get::<_, String>(3)?))
        })
        .optional()?;
    let Some((version, seed, packages, anchor)) = row else { return Ok(None) };
    let unreadable = || SimulatorError::StoreUnreadable("its plan is not one".into());
    let seed = seed.parse().map_err(|_| unreadable())?;
    let anchor = anchor.parse().map_err(|_| unreadable())?;
    Ok(Some((version, Plan { seed, packages, anchor })))
}
