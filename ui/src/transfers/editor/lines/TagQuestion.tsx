import { type ReactElement, useEffect, useId, useRef } from "react";
import "./question.css";
import { Button, Icon } from "../../../parts";
import type { TagQuestion as Question, TagAnswer } from "../../../platform";
import { nodes, say } from "../../../words";

/**
 * Which sheet or which column is meant: the choices, each with its first values. Nothing was taken from the source yet;
 * it waits until one is chosen or it is dismissed.
 */
export function TagQuestion({
  question,
  onAnswer,
  onClose,
}: {
  question: Question;
  onAnswer: (answer: TagAnswer) => void;
  onClose: () => void;
}): ReactElement {
  const id = useId();
  const panel = useRef<HTMLElement>(null);
  // What was pressed last is gone or means something else now; the question is read aloud from its beginning.
  useEffect(() => {
    panel.current?.focus();
    panel.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <section ref={panel} className="question" tabIndex={-1} aria-labelledby={id}>
      <p id={id} className="question-words">
        <Icon name="info" />{" "}
        {question.file
          ? nodes("draft-question-of-file", { file: <b>{question.file}</b>, question: question.sentence })
          : question.sentence}
      </p>
      <ul className="question-choices">
        {question.choices.map((choice) => (
          <li key={choice.label}>
            <button type="button" className="question-choice" onClick={() => onAnswer(choice.answer)}>
              <b>{choice.label}</b> <span className="quiet">{say("draft-question-tags", { count: choice.tags })}</span>
              {choice.first.length > 0 ? <span className="mono question-first">{choice.first.join(", ")}</span> : null}
            </button>
          </li>
        ))}
      </ul>
      <Button look="quiet" onClick={onClose}>
        {say("draft-question-none")}
      </Button>
    </section>
  );
}
