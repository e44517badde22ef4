import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { api } from "../../api.ts";
import { useKeys } from "../../keys.tsx";
import { DossierFilters, type DossierSearch, filtersOf } from "../../parts/DossierFilters.tsx";
import { ProblemBox } from "../../parts/Problem.tsx";
import { plural } from "../../parts/words.ts";
import { say } from "../../shell/undo.tsx";
import { History } from "./History.tsx";
import { Integrity } from "./Integrity.tsx";
import { Preview } from "./Preview.tsx";

const PREVIEW = 20;

/** Out, in the formats the field uses. A single number appears only here, under a rule that is written into the row. */
export function Export() {
  const search = useSearch({ from: "/export" });
  const navigate = useNavigate({ from: "/export" });
  const formats = useQuery({ queryKey: ["formats"], queryFn: api.formats });
  const format = search.format ?? formats.data?.formats[0]?.name;
  const chosen = formats.data?.formats.find((f) => f.name === format);
  const profile = search.profile ?? chosen?.rule ?? undefined;
  const filters = filtersOf(search);
  const { redactPeople } = search;
  const query = { ...filters, redactPeople, format, profile };
  const total = useQuery({
    queryKey: ["dossiers", filters, "total"],
    queryFn: () => api.dossiers({ ...filters, limit: 1 }),
  }).data?.total;
  const preview = useQuery({
    queryKey: ["export", query],
    queryFn: () => api.export({ ...query, preview: PREVIEW }),
    enabled: format !== undefined,
  });
  const set = (change: Partial<typeof search> | DossierSearch) =>
    void navigate({ search: (old) => ({ ...old, ...change }) as typeof search, replace: true });

  const save = async () => {
    try {
      const whole = await api.export(query);
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([whole.text], { type: whole.mediaType }));
      link.download = `hearsay-${format}.${whole.extension}`;
      link.click();
      URL.revokeObjectURL(link.href);
      say(`Saved ${plural(whole.rows, "row")}.`);
    } catch (error) {
      say((error as Error).message);
    }
  };
  const used = formats.data?.rules.find((rule) => rule.id === preview.data?.rule);
  const nextProfile = () => {
    const all = formats.data?.formats.map((f) => f.name) ?? [];
    const next = all[(all.indexOf(format ?? "") + 1) % all.length];
    if (next) set({ format: next, profile: undefined });
  };
  useEffect(() => {
    document.title = "Export · Hearsay";
  }, []);
  useKeys("export", [
    { key: "f", label: "filter", run: () => document.getElementById("dossier-words")?.focus(), bar: true },
    { key: "p", label: "next format", run: nextProfile, bar: true },
    { key: "ctrl+s", label: "save", run: () => void save(), bar: true },
  ]);

  const command = [
    "hearsay export",
    `--format ${format ?? ""}`,
    profile ? `--profile ${profile}` : "",
    redactPeople ? "--redact-people" : "",
  ]
    .filter(Boolean)
    .join(" ");
  return (
    <>
      <div className="ex">
        <section className="prof" aria-label="Formats">
          <h1 className="h1">Export</h1>
          <div className="plist" role="radiogroup" aria-label="Format">
            {formats.data?.formats.map((f) => (
              <label key={f.name}>
                <input
                  type="radio"
                  name="format"
                  checked={f.name === format}
                  onChange={() => set({ format: f.name, profile: undefined })}
                />
                <b>{f.name}</b>
                <span className="meta">{f.title}</span>
              </label>
            ))}
          </div>
          <div className="opts">
            {chosen?.rule && (
              <label className="fld">
                Rule for a single number
                <select value={profile} onChange={(e) => set({ profile: e.target.value })}>
                  {formats.data?.rules.map((rule) => (
                    <option key={rule.id} value={rule.id} title={rule.words}>
                      {rule.id}
                    </option>
                  ))}
                </select>
                <span className="meta">{formats.data?.rules.find((rule) => rule.id === profile)?.words}</span>
              </label>
            )}
            <label>
              <input
                type="checkbox"
                checked={redactPeople === true}
                onChange={(e) => set({ redactPeople: e.target.checked || undefined })}
              />{" "}
              Redact people who are not public figures
            </label>
          </div>
        </section>
        <section aria-label="Preview">
          <DossierFilters search={search} onSet={set}>
            <span className="meta" role="status">
              {total === undefined ? "" : plural(total, "dossier")}
            </span>
          </DossierFilters>
          <div className="bar2">
            <h2 className="h2">Preview</h2>
            <span className="meta">
              {preview.data && total !== undefined
                ? `${plural(preview.data.rows, "row")} of ${total > PREVIEW ? `the first ${PREVIEW} of ` : ""}${plural(total, "dossier")}. Nothing is written yet.`
                : ""}
            </span>
            <button type="button" className="btn pri push" onClick={() => void save()}>
              Save <kbd>Ctrl S</kbd>
            </button>
          </div>
          {preview.error && <ProblemBox error={preview.error} />}
          {preview.data && <Preview exported={preview.data} />}
          {preview.data?.rule && (
            <p className="note">
              Single numbers by rule <b>{preview.data.rule}</b>
              {used ? `: ${used.words}` : ""}. The rule’s name stands in every row; the notes name who said what.
            </p>
          )}
          <p className="cmd">{command}</p>
        </section>
      </div>
      <div className="two">
        <History />
        <Integrity />
      </div>
    </>
  );
}
