import "./guide.css";
import "./paper.css";
import { useQuery } from "@tanstack/react-query";
import { type ReactElement, useEffect, useRef, useState } from "react";
import { useCommands } from "../base/commands";
import { SearchSlot, useArrival } from "../base/frame-state";
import {
  Button,
  CopyButton,
  ErrorNotice,
  Later,
  ListPlace,
  Menu,
  MenuItem,
  Reason,
  SavedCorner,
  SearchBox,
  SideTabs,
  Strip,
  StripFailure,
  StripOpening,
  useSaving,
} from "../parts";
import { call, type DeskFailure, type GuideFile, type ImportGuide } from "../platform";
import { say } from "../words";
import { filesFor, idOf } from "./files";
import { GuideSheet } from "./GuideSheet";
import { Paper, usePrinting } from "./paper";

/** The file that was looked at last, for whoever comes back. */
let last: string | null = null;

/** What each file that people bring looks like: made of the imports' own descriptions, and there without a connection. */
export function GuidePage(): ReactElement {
  const { data, error, refetch } = useQuery<ImportGuide, DeskFailure>({
    queryKey: ["import_guide"],
    queryFn: () => call("import_guide", {}),
  });
  if (error) {
    return (
      <ListPlace label={say("guide-title")}>
        <StripFailure>
          <ErrorNotice
            error={error}
            actions={<Button onClick={() => void refetch()}>{say("common-try-again")}</Button>}
          />
        </StripFailure>
      </ListPlace>
    );
  }
  return data ? (
    <Guide files={data.files} />
  ) : (
    <Later>
      <StripOpening>{say("guide-loading")}</StripOpening>
    </Later>
  );
}

function Guide({ files }: { files: readonly GuideFile[] }): ReactElement {
  const [typed, setTyped] = useState("");
  const [wanted, setWanted] = useState(last);
  const [failure, setFailure] = useState<DeskFailure | null>(null);
  const saving = useSaving(setFailure);
  const place = useRef<HTMLDivElement>(null);

  const found = filesFor(files, typed);
  const file = found.find((each) => idOf(each) === wanted) ?? found[0];
  const { paper, print } = usePrinting(file);
  const choose = (id: string) => {
    last = id;
    setWanted(id);
  };
  const focusList = () => place.current?.querySelector<HTMLElement>("[role='tab'][aria-selected='true']")?.focus();
  // The list knows its titles only after it was drawn; a title that has the focus before is not where its arrows begin.
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const frame = requestAnimationFrame(() => setSettled(true));
    return () => cancelAnimationFrame(frame);
  }, []);
  useArrival(settled, focusList);

  const kind = file?.kind ?? null;
  const saveTemplate =
    kind === null ? null : () => saving.save((request_id) => call("import_template", { request_id, kind }));
  useCommands({
    template: saveTemplate === null ? say("palette-template-none") : { act: saveTemplate },
    print: { act: () => print(files) },
  });

  return (
    <ListPlace label={say("guide-title")}>
      <SearchSlot>
        <SearchBox label={say("guide-search")} value={typed} onChange={setTyped} onLeave={focusList} />
      </SearchSlot>
      <Strip>
        <p className="guide-lead">{say("guide-lead")}</p>
        <span className="unseen" role="status">
          {typed.trim() ? say("guide-found", { count: found.length }) : ""}
        </span>
        <Menu
          align="end"
          trigger={
            <Button size="small" icon="print">
              {say("guide-print")}
            </Button>
          }
        >
          <MenuItem disabled={!file} onSelect={() => file && print([file])}>
            {say("guide-print-this")}
          </MenuItem>
          <MenuItem onSelect={() => print(files)}>{say("guide-print-all")}</MenuItem>
        </Menu>
      </Strip>
      {failure ? (
        <StripFailure>
          <ErrorNotice
            error={failure}
            actions={<Button onClick={() => setFailure(null)}>{say("common-dismiss")}</Button>}
          />
        </StripFailure>
      ) : null}
      <div className="guide" ref={place}>
        {file ? (
          <SideTabs
            label={say("guide-files")}
            value={idOf(file)}
            tabs={found.map((each) => ({ id: idOf(each), title: each.title }))}
            onTab={choose}
          >
            <GuideSheet
              key={idOf(file)}
              file={file}
              typed={typed}
              {...(saveTemplate === null
                ? {}
                : {
                    actions: (
                      <Button look="main" icon="download" disabled={saving.busy} onClick={saveTemplate}>
                        {say(saving.busy ? "guide-template-busy" : "guide-template")}
                      </Button>
                    ),
                  })}
              copy={
                <CopyButton text={file.example} label={say("guide-example-copy")} words={say("guide-example-copy")} />
              }
            />
          </SideTabs>
        ) : (
          <Reason
            icon="search"
            title={say("guide-none", { text: typed.trim() })}
            actions={<Button onClick={() => setTyped("")}>{say("parts-search-clear")}</Button>}
          >
            <p>{say("guide-none-words")}</p>
          </Reason>
        )}
      </div>
      {paper ? <Paper files={paper} /> : null}
      <SavedCorner saving={saving} />
    </ListPlace>
  );
}
