import { type ReactElement, useCallback } from "react";
import { type SlotName, useFrame } from "./frame-state";
import { placesFor } from "./places";

/** Rail, top bar, place, bottom bar. */
export function Frame(): ReactElement {
  const { place, shown } = useFrame();
  const places = placesFor(shown);
  const here = places.find((entry) => entry.id === place) ?? places[0];
  return (
    <div className="frame">
      <header className="top">
        <Room name="search" />
      </header>
      <main className="place">{here ? <here.Page /> : null}</main>
      <footer className="bottom">
        <Room name="totals" />
      </footer>
    </div>
  );
}

/** Room that a place fills. */
function Room({ name }: { name: SlotName }): ReactElement {
  const { setSlot } = useFrame();
  const ref = useCallback((element: HTMLElement | null) => setSlot(name, element), [name, setSlot]);
  return <div className={`room-${name}`} ref={ref} />;
}
