//! What a reader of tags cannot know is asked of the person: its questions and their answers, as the page has them.

use imports::{Answer, ColumnAnswer, Question};

use crate::contract::{TagAnswer, TagChoice, TagColumn, TagQuestion};

/// An answer of the page as the reader takes it.
pub(crate) fn answer_of(answer: Option<&TagAnswer>) -> Answer {
    let Some(answer) = answer else { return Answer::default() };
    let column = answer.column.as_ref().map(|column| match column {
        TagColumn::Every => ColumnAnswer::Every,
        // What is no column is asked again.
        TagColumn::One { column } => ColumnAnswer::One(usize::try_from(*column).unwrap_or(usize::MAX)),
    });
    Answer { sheet: answer.sheet.clone(), column }
}

/// A question of the reader for the page.
pub(crate) fn question_of(source: i64, file: &str, question: Question) -> TagQuestion {
    let choices = question.choices.into_iter().map(|choice| TagChoice {
        label: choice.label,
        first: choice.first,
        tags: number(choice.tags),
        answer: TagAnswer {
            source,
            sheet: choice.answer.sheet,
            column: choice.answer.column.map(|column| match column {
                ColumnAnswer::Every => TagColumn::Every,
                ColumnAnswer::One(at) => TagColumn::One { column: number(at) },
            }),
        },
    });
    TagQuestion { source, file: file.to_owned(), sentence: question.sentence, choices: choices.collect() }
}

fn number(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
