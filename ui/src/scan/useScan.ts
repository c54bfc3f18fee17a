import { useEffect, useRef } from "react";
import { type HearScan, type ScanReader, scanner } from "./scanner";

/** Hears what a scanner reads outside of every field, as long as this is on the page. */
export function useScan(reader: ScanReader, hear: HearScan): void {
  const latest = useRef(hear);
  useEffect(() => {
    latest.current = hear;
  });
  useEffect(() => scanner.hear(reader, (scan) => latest.current(scan)), [reader]);
}
