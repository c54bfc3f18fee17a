import { type ReactElement, type ReactNode, useId } from "react";
import { Icon } from "../../parts";
import { type LabelId, say } from "../../words";
import type { Folds, Group } from "./folds";

const TITLES = {
  where: "draft-group-where",
  when: "draft-group-when",
  driver: "draft-group-driver",
} as const satisfies Record<Group, LabelId>;

/** Some fields of the form under a heading, which folds them to one line once they hold everything. */
export function FormGroup({
  group,
  folds,
  line,
  children,
}: {
  group: Group;
  folds: Folds;
  /** What the group holds, in one line. */
  line: ReactNode;
  children: ReactNode;
}): ReactElement {
  const id = useId();
  const folded = folds.folded.has(group);
  const foldable = folds.foldable.has(group);
  return (
    <section className="draft-group" aria-labelledby={`${id}-title`}>
      <h3 className="draft-group-heading">
        {/* The same button whether it folds or not: one that has the focus keeps it when the group opens by itself. */}
        <button
          type="button"
          className="draft-group-head"
          aria-expanded={!folded}
          aria-controls={`${id}-fields`}
          aria-disabled={!foldable || undefined}
          tabIndex={foldable ? undefined : -1}
          title={foldable && !folded ? say("draft-group-fold") : undefined}
          onClick={() => {
            if (foldable) {
              folds.fold(group, !folded);
            }
          }}
        >
          <span className="draft-group-title" id={`${id}-title`}>
            {say(TITLES[group])}
          </span>{" "}
          {folded ? <span className="draft-group-line">{line}</span> : null}
          <Icon name={folded ? "chevronDown" : "chevronUp"} size={14} />
        </button>
      </h3>
      <div className={`draft-group-fields draft-group-${group}`} id={`${id}-fields`} hidden={folded}>
        {children}
      </div>
    </section>
  );
}
