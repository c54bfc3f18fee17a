import type { ReactElement } from "react";
import { GROUP_LOOK } from "../base/groups";
import { instantWords } from "../base/time";
import { Chip } from "../parts";
import type { OutboxLine } from "../platform";
import { say, unbroken } from "../words";

/** What waits in the outbox for a package, oldest first: the state has none of it on record yet. */
export function CardReports({ reports }: { reports: OutboxLine[] }): ReactElement | null {
  if (reports.length === 0) {
    return null;
  }
  return (
    <section className="card-reports" aria-label={say("card-outbox")}>
      <h3 className="card-label">{say("card-outbox-title")}</h3>
      <ul>
        {reports.map((report) => {
          const { icon, tone, title } = GROUP_LOOK[report.group];
          return (
            <li key={report.intent}>
              <Chip tone={tone} icon={icon}>
                {title}
              </Chip>{" "}
              {unbroken(report.sentence)}{" "}
              {report.happened ? <span className="card-sentence">{unbroken(report.happened)} </span> : null}
              <span className="card-sentence">
                {say("card-outbox-by", { who: report.who, time: instantWords(report.queued_at) })}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
