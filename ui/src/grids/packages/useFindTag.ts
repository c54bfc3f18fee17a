import { looksLikeTag } from "../../base/burst";
import { useFrame } from "../../base/frame-state";
import { asDeskFailure, call, type TagPlace } from "../../platform";
import { beginFinding, bestPlace, setFinding } from "./finding";

/** The ways to a package: by its tag, over all tabs and licenses, and to a place that is known. */
export function useFindTag(): { find: (text: string) => void; go: (place: TagPlace) => void } {
  const { shown, goTo, tell } = useFrame();
  const goAs = (turn: number, place: TagPlace) => {
    if (setFinding(turn, { is: "going", place, agreed: false, ready: false })) {
      goTo("packages");
    }
  };
  return {
    find(text) {
      const turn = beginFinding();
      tell(null);
      call("tag_find", { text }).then(
        (found) => {
          const tag = looksLikeTag(found.text);
          const numbers = shown.map((license) => license.number);
          const place = tag ? bestPlace(found.places, numbers) : undefined;
          if (place) {
            goAs(turn, place);
          } else {
            setFinding(turn, { is: "unknown", found, tag: tag && found.why === "" });
          }
        },
        (thrown) => tell(asDeskFailure(thrown)),
      );
    },
    go: (place) => goAs(beginFinding(), place),
  };
}
