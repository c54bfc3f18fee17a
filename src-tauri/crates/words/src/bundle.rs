//! The catalogues as Fluent reads them.

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use intl_memoizer::concurrent::IntlLangMemoizer;
use unic_langid::LanguageIdentifier;

use crate::arguments::Argument;
use crate::language::Language;
use crate::messages;

type Bundle = FluentBundle<FluentResource>;

static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::English, messages::EN_US));
static SPANISH: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::Spanish, messages::ES_US));

fn bundle(language: Language, files: &[(&str, &str)]) -> Bundle {
    // The tags are ours and well formed; the root's plural rules would still say every sentence.
    let tag: LanguageIdentifier = language.tag().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![tag]);
    // Both languages are written from left to right, and the marks would stand in copies and exports.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(grouped));
    // `NUMBER`, which the page's bundle has by itself. It is there once, so that this cannot fail.
    drop(bundle.add_builtins());
    for (_, text) in files {
        // What does not parse stops the build; what is there twice, the test of the catalogues.
        let resource = match FluentResource::try_new((*text).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        drop(bundle.add_resource(resource));
    }
    bundle
}

/// Whole numbers as both languages write them here: `12,345`.
fn grouped(value: &FluentValue, _: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let whole = number.as_string();
    let (sign, digits) = whole.strip_prefix('-').map_or(("", &*whole), |digits| ("-", digits));
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut written = String::with_capacity(whole.len() + digits.len() / 3);
    written.push_str(sign);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    Some(written)
}

/// The message in this language; in English where the language lacks it, its name where nothing knows it.
pub fn written(language: Language, id: &str, arguments: &[(Cow<'static, str>, Argument)]) -> String {
    let told: FluentArgs = arguments.iter().map(|(name, argument)| (&**name, value(language, argument))).collect();
    let bundles = match language {
        Language::English => [&*ENGLISH].into_iter().chain(None),
        Language::Spanish => [&*SPANISH].into_iter().chain(Some(&*ENGLISH)),
    };
    for bundle in bundles {
        if let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) {
            return bundle.format_pattern(pattern, Some(&told), &mut Vec::new()).into_owned();
        }
    }
    id.to_owned()
}

fn value(language: Language, argument: &Argument) -> FluentValue<'static> {
    match argument {
        Argument::Number(number) => FluentValue::from(*number),
        Argument::Text(text) => FluentValue::from(text.clone()),
        Argument::Words(words) => FluentValue::from(words.in_language(language)),
    }
}
