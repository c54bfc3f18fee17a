//! What a message of a catalogue wants to know, read from its pattern.

use std::collections::BTreeMap;

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser;

use super::Kind;

/// One message of a catalogue.
#[derive(Debug)]
pub struct Shape {
    /// Its name, as `outbox-refused`.
    pub id: String,
    /// Its text as the catalogue has it.
    pub text: String,
    /// Its variables by name.
    pub wants: BTreeMap<String, Kind>,
}

/// The plural categories that a language may have: a choice between them is a choice by number.
const PLURALS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The messages of one file in their order.
///
/// # Errors
///
/// In words: what is no Fluent, with its place; a message without a text; a message that speaks through another, whose
/// variables nobody would see.
pub fn shapes(text: &str) -> Result<Vec<Shape>, String> {
    let resource = parser::parse(text).map_err(|(_, faults)| {
        let at = |place: usize| text.get(..place).unwrap_or_default().matches('\n').count() + 1;
        faults.iter().map(|fault| format!("line {}: {fault}", at(fault.pos.start))).collect::<Vec<_>>().join("; ")
    })?;
    let mut shapes = Vec::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let id = message.id.name.to_owned();
        let pattern = message.value.as_ref().ok_or_else(|| format!("{id} has no text"))?;
        if !message.attributes.is_empty() {
            return Err(format!("{id} has attributes; give each a message of its own"));
        }
        let mut wants = BTreeMap::new();
        look(pattern, &mut wants).map_err(|fault| format!("{id}: {fault}"))?;
        shapes.push(Shape { id, text: plain(pattern), wants });
    }
    Ok(shapes)
}

fn look(pattern: &Pattern<&str>, wants: &mut BTreeMap<String, Kind>) -> Result<(), String> {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            look_into(expression, wants)?;
        }
    }
    Ok(())
}

fn look_into(expression: &Expression<&str>, wants: &mut BTreeMap<String, Kind>) -> Result<(), String> {
    match expression {
        Expression::Inline(inline) => look_inside(inline, Kind::Text, wants),
        Expression::Select { selector, variants } => {
            let by_number = variants.iter().any(|variant| match variant.key {
                VariantKey::NumberLiteral { .. } => true,
                VariantKey::Identifier { name } => name != "other" && PLURALS.contains(&name),
            });
            look_inside(selector, if by_number { Kind::Number } else { Kind::Text }, wants)?;
            variants.iter().try_for_each(|variant| look(&variant.value, wants))
        }
    }
}

fn look_inside(inline: &InlineExpression<&str>, kind: Kind, wants: &mut BTreeMap<String, Kind>) -> Result<(), String> {
    match inline {
        InlineExpression::VariableReference { id } => {
            // Once a number, always one: `{ $count } of them` beside a choice by `$count`.
            let known = wants.entry(id.name.to_owned()).or_insert(kind);
            if kind == Kind::Number {
                *known = kind;
            }
            Ok(())
        }
        InlineExpression::FunctionReference { id, arguments } if id.name == "NUMBER" => {
            let CallArguments { positional, .. } = arguments;
            positional.iter().try_for_each(|one| look_inside(one, Kind::Number, wants))
        }
        InlineExpression::FunctionReference { id, .. } => Err(format!("there is no function {}", id.name)),
        InlineExpression::MessageReference { id, .. } => Err(format!("it speaks through {}; use a term", id.name)),
        InlineExpression::Placeable { expression } => look_into(expression, wants),
        InlineExpression::TermReference { .. }
        | InlineExpression::StringLiteral { .. }
        | InlineExpression::NumberLiteral { .. } => Ok(()),
    }
}

/// A pattern on one line, for the documentation of its function.
fn plain(pattern: &Pattern<&str>) -> String {
    let mut text = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable { expression } => text.push_str(&placed(expression)),
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn placed(expression: &Expression<&str>) -> String {
    match expression {
        Expression::Inline(InlineExpression::VariableReference { id }) => format!("{{ ${} }}", id.name),
        Expression::Inline(InlineExpression::StringLiteral { value }) => (*value).to_owned(),
        Expression::Inline(InlineExpression::TermReference { id, .. }) => format!("{{ -{} }}", id.name),
        Expression::Inline(_) => "{ \u{2026} }".to_owned(),
        Expression::Select { variants, .. } => {
            variants.iter().find(|one| one.default).map_or_else(String::new, |one| plain(&one.value))
        }
    }
}
