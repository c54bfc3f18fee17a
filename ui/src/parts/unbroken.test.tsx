import { render } from "@testing-library/react";
import { expect, it } from "vitest";
import { deskError } from "../platform/testing";
import { Dialog } from "./Dialog";
import { ErrorNotice } from "./Notice";
import { Reason } from "./Reason";

const NUMBER = "C10-0000123-LIC";

it.each([
  [
    "what went wrong",
    <ErrorNotice key="" error={deskError({ code: "offline", message: `${NUMBER} waits.`, next: "" })} />,
  ],
  [
    "what to do then",
    <ErrorNotice key="" error={deskError({ code: "offline", message: "No.", next: `Look at ${NUMBER}.` })} />,
  ],
  ["why there is nothing", <Reason key="" title={`Nothing in ${NUMBER}`} />],
  [
    "a dialog’s title",
    <Dialog key="" open onClose={() => undefined} title={`Remove ${NUMBER} from this computer?`}>
      {null}
    </Dialog>,
  ],
])("a license’s number does not break in %s", (_, place) => {
  const { baseElement } = render(place);
  expect([...baseElement.querySelectorAll(".unbroken")].map((one) => one.textContent)).toEqual([NUMBER]);
});
