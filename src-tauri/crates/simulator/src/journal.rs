//! The store: the plan of the story and what was done since, in an SQLite file.
//!
//! Not the rows: the same plan tells the same story, and the same deeds in the same order lead to the same state. One
//! journal serves every table, present and future, and a write costs one small row.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use bytes::Bytes;
use jiff::Timestamp;
use rusqlite::{Connection, ErrorCode, OptionalExtension, params};
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
    /// The newest id of every table before it was done; empty in stores of before these were kept.
    pub ids: Vec<u64>,
    what: What,
}

/// A row of the journal: what was done, or why it cannot be read.
pub struct Stored {
    pub number: i64,
    pub entry: Result<Entry, String>,
}

/// Something that the store says was done and that could not be done again when the store was opened. It stays in the
/// store, in its table `set_aside`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SetAside {
    /// Its number among all that was done.
    pub number: i64,
    /// When it was done.
    pub at: String,
    /// What was done, as the store keeps it: JSON.
    pub what: String,
    /// Why it could not be done again.
    pub why: String,
}

#[derive(Deserialize)]
struct Written {
    #[serde(flatten)]
    what: What,
    #[serde(default)]
    ids: Vec<u64>,
}

#[derive(Serialize)]
struct WrittenRef<'a> {
    #[serde(flatten)]
    what: &'a What,
    ids: &'a [u64],
}

#[derive(Serialize, Deserialize)]
enum What {
    Call {
        method: String,
        route: String,
        license: Option<String>,
        user: String,
        path: BTreeMap<String, String>,
        query: BTreeMap<String, String>,
        body: String,
    },
    Deed(Deed),
}

impl Entry {
    pub fn of_call(operation: &Operation, call: &Call, ids: Vec<u64>) -> Self {
        let what = What::Call {
            method: operation.method.to_owned(),
            route: operation.route.to_owned(),
            license: call.facility.map(|id| id.to_string()),
            user: call.user.to_string(),
            path: call.path.clone(),
            query: call.query.pairs().clone(),
            body: String::from_utf8_lossy(&call.body).into_owned(),
        };
        Self { at: call.now, ids, what }
    }

    pub fn of_deed(deed: &Deed, at: Timestamp, ids: Vec<u64>) -> Self {
        Self { at, ids, what: What::Deed(deed.clone()) }
    }

    /// The deed, where it was one.
    pub fn deed(&self) -> Option<&Deed> {
        match &self.what {
            What::Deed(deed) => Some(deed),
            What::Call { .. } => None,
        }
    }

    /// The request, where it was one.
    pub fn call(&self, world: &World, users: &[User], options: &Options) -> Option<(Run, Call)> {
        let What::Call { method, route, license, user, path, query, body } = &self.what else { return None };
        let operation = api::operations().find(|known| known.method == method && known.route == route)?;
        let facility = license.as_ref().and_then(|id| id.parse().ok()).filter(|id| world.facility(*id).is_some());
        let licenses = users.iter().find(|known| *known.name == **user).map(|user| user.licenses.clone())?;
        let call = Call {
            facility,
            user: Text::from(user.as_str()),
            licenses,
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

    /// Everything that was done, in order.
    pub fn stored(&self) -> Result<Vec<Stored>, SimulatorError> {
        let mut statement = self.connection.prepare("SELECT id, at, what FROM journal ORDER BY id")?;
        let rows = statement.query_map([], |row| {
            let (at, what): (String, String) = (row.get(1)?, row.get(2)?);
            Ok(Stored { number: row.get(0)?, entry: read(&at, &what) })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Moves what could not be done again out of the journal, all or nothing.
    pub fn move_aside(&mut self, refused: &[(i64, String)]) -> Result<(), SimulatorError> {
        let transaction = self.connection.transaction()?;
        for (number, why) in refused {
            transaction.execute(
                "INSERT INTO set_aside (id, at, what, why) SELECT id, at, what, ?2 FROM journal WHERE id = ?1",
                params![number, why],
            )?;
            transaction.execute("DELETE FROM journal WHERE id = ?1", [number])?;
        }
        transaction.commit()?;
        Ok(())
    }

    /// What was ever moved aside, in the order in which it was done.
    pub fn set_aside(&self) -> Result<Vec<SetAside>, SimulatorError> {
        let mut statement = self.connection.prepare("SELECT id, at, what, why FROM set_aside ORDER BY id")?;
        let rows = statement.query_map([], |row| {
            Ok(SetAside { number: row.get(0)?, at: row.get(1)?, what: row.get(2)?, why: row.get(3)? })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    pub fn append(&mut self, entry: &Entry) -> Result<(), SimulatorError> {
        let written = WrittenRef { what: &entry.what, ids: &entry.ids };
        let what =
            serde_json::to_string(&written).map_err(|error| SimulatorError::StoreUnreadable(error.to_string()))?;
        self.connection
            .prepare_cached("INSERT INTO journal (at, what) VALUES (?1, ?2)")?
            .execute(params![entry.at.to_string(), what])?;
        Ok(())
    }

    pub fn clear(&mut self) -> Result<(), SimulatorError> {
        let transaction = self.connection.transaction()?;
        transaction.execute("DELETE FROM journal", [])?;
        transaction.execute("DELETE FROM set_aside", [])?;
        transaction.commit()?;
        Ok(())
    }
}

fn read(at: &str, what: &str) -> Result<Entry, String> {
    let at = at.parse().map_err(|_| "its time is not one".to_owned())?;
    let Written { what, ids } = serde_json::from_str(what).map_err(|error| format!("it is not a deed ({error})"))?;
    Ok(Entry { at, ids, what })
}

/// How long a store that is in use is waited for: a program that ends lets go of it at once.
const WAIT_FOR_STORE: Duration = Duration::from_millis(500);

/// Opens the file for this simulator alone: two of them would write two stories into one journal.
fn connect(path: &Path) -> Result<Connection, SimulatorError> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(|error| SimulatorError::StoreUnreadable(error.to_string()))?;
    }
    let connection = Connection::open(path)?;
    connection.busy_timeout(WAIT_FOR_STORE)?;
    let made = connection.execute_batch(
        "PRAGMA locking_mode = EXCLUSIVE;
         PRAGMA journal_mode = WAL;
         PRAGMA synchronous = NORMAL;
         BEGIN EXCLUSIVE;
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
         ) STRICT;
         CREATE TABLE IF NOT EXISTS set_aside (
             id INTEGER PRIMARY KEY,
             at TEXT NOT NULL,
             what TEXT NOT NULL,
             why TEXT NOT NULL
         ) STRICT;
         COMMIT;",
    );
    match made {
        Ok(()) => Ok(connection),
        Err(error) if in_use(&error) => Err(SimulatorError::StoreInUse(path.to_owned())),
        Err(error) => Err(error.into()),
    }
}

fn in_use(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked))
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
