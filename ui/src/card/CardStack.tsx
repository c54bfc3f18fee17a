import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import type { ActionId } from "../base/actions";
import { CopyButton, ErrorNotice, Icon, IconButton, Later, TagText } from "../parts";
import type { PackageCard } from "../platform";
import { say } from "../words";
import { CardActions } from "./CardActions";
import { CardBody } from "./CardBody";
import { cardQuery } from "./card-query";

/** The card in sight: its tag, the way back, and what is known. */
export function CardStack({
  tag,
  license,
  before,
  onOpen,
  onAct,
  onBack,
  onClose,
}: {
  tag: string;
  license: string | null;
  /** The tag from which this card was opened. */
  before: string | undefined;
  onOpen: (tag: string) => void;
  onAct: (card: PackageCard, action: ActionId) => void;
  onBack: () => void;
  onClose: () => void;
}): ReactElement {
  const { data, error } = useQuery(cardQuery(tag, license));
  return (
    <>
      <div className="card-head">
        {before ? (
          <IconButton icon="arrowLeft" label={say("card-back", { tag: before })} onClick={onBack} />
        ) : (
          <Icon name="package" />
        )}
        <h2 className="card-tag">
          <TagText tag={tag} />
        </h2>
        <CopyButton text={tag} label={say("card-copy")} />
        <IconButton icon="close" label={say("common-close")} onClick={onClose} />
      </div>
      {data?.card ? <Known key={tag} card={data.card} onOpen={onOpen} onAct={onAct} /> : null}
      {data && !data.card ? (
        <p className="card-missing">
          <Icon name="info" /> {data.missing}
        </p>
      ) : null}
      {error ? <ErrorNotice error={error} /> : null}
      {!data && !error ? (
        <Later>
          <p className="card-missing">{say("card-reading")}</p>
        </Later>
      ) : null}
    </>
  );
}

/** What is known, and at the foot what can be done, which stays in sight while the rest scrolls. */
function Known({
  card,
  onOpen,
  onAct,
}: {
  card: PackageCard;
  onOpen: (tag: string) => void;
  onAct: (card: PackageCard, action: ActionId) => void;
}): ReactElement {
  return (
    <>
      <CardBody card={card} onOpen={onOpen} />
      <CardActions offers={card.actions} onAct={(action) => onAct(card, action)} />
    </>
  );
}
