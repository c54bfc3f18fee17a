//! The desktop shell, and nothing but the shell: one window, the keychain, dialogs, links, events, logs. What the app
//! can do is the `desk`'s; the shell passes the page's calls to it and knows none of them by name.

mod args;
mod closing;
mod commands;
mod drops;
mod host;
pub mod keychain;
mod links;
pub mod logs;
mod signals;
mod start;
mod theme;
mod window;

use std::env;
use std::process::ExitCode;

use clap::Parser;
use tauri::{RunEvent, WindowEvent, Wry};
use tauri_plugin_window_state::StateFlags;

use crate::args::Args;
use crate::closing::Closing;
use crate::start::Started;

/// Opens Trackside and returns when it was closed.
pub fn run() -> ExitCode {
    let args = Args::parse_from(args::without_the_finders(env::args_os()));
    logs::keep_panics();
    let (starting, started) = Started::channel();
    #[cfg(all(unix, feature = "journeys"))]
    let told = started.clone();
    let app = builder(&args, started.clone())
        .setup(move |app| {
            #[cfg(target_os = "macos")]
            app.set_activation_policy(tauri::ActivationPolicy::Regular);
            signals::obey(app.handle());
            #[cfg(all(unix, feature = "journeys"))]
            if let Some(data) = &args.data_dir {
                signals::obey_journeys(app.handle(), &told, data);
            }
            host::bring_forward_when_pressed(app.handle());
            start::begin(app.handle(), args, starting);
            Ok(())
        })
        .build(tauri::generate_context!());
    let mut closing = Closing::default();
    match app {
        Ok(app) => app.run(move |app, event| match event {
            RunEvent::WindowEvent { event: WindowEvent::CloseRequested { api, .. }, .. } => {
                closing.requested(app, &started, &api);
            }
            RunEvent::WindowEvent { event: WindowEvent::DragDrop(event), .. } => drops::heard(&started, &event),
            RunEvent::Exit => started.stop(),
            _ => {}
        }),
        Err(fault) => {
            tracing::error!(%fault, "the window system refused to start the app");
            eprintln!("Trackside cannot open a window here: {fault}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn builder(args: &Args, started: Started) -> tauri::Builder<Wry> {
    let mut builder = tauri::Builder::default();
    // First of all plugins, so that a second start ends before it has touched anything. A folder of one's own is an app
    // of one's own: there the lock on the folder alone decides.
    if args.data_dir.is_none() {
        builder = builder.plugin(tauri_plugin_single_instance::init(|app, _, _| window::focus(app)));
    }
    builder
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_notification::init())
        .plugin(tauri_plugin_opener::Builder::new().open_js_links_on_click(false).build())
        .plugin(window_state(args))
        .invoke_handler(commands::handler(started))
}

/// Remembers size and place of the window, not whether it was visible: the shell shows it when the page is there.
fn window_state(args: &Args) -> tauri::plugin::TauriPlugin<Wry> {
    let builder = tauri_plugin_window_state::Builder::new()
        .with_state_flags(StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED | StateFlags::FULLSCREEN);
    match &args.data_dir {
        Some(folder) => builder.with_filename(folder.join("window.json").to_string_lossy()),
        None => builder,
    }
    .build()
}
