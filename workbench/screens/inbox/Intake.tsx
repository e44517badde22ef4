import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ChangeEvent, useEffect, useRef, useState } from "react";
import { api } from "../../api.ts";
import { ProblemBox } from "../../parts/Problem.tsx";
import { plural } from "../../parts/words.ts";
import { filesOf, isHidden, sendFiles } from "./files.ts";

const ADDRESS = /^https?:\/\/\S+$/i;

/** One box for everything: a paste, addresses (one a line), files. An address is fetched only when Read is pressed. */
export function Intake() {
  const [text, setText] = useState("");
  const [over, setOver] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const client = useQueryClient();
  const started = { onSuccess: () => client.invalidateQueries({ queryKey: ["jobs"] }) };
  const add = useMutation({ mutationFn: (inputs: readonly object[]) => api.add(inputs), ...started });
  const addFiles = useMutation({ mutationFn: sendFiles, ...started });

  const follow = useMutation({
    mutationFn: async (urls: readonly string[]) => {
      for (const url of urls) await api.addFeed(url);
      return api.pullFeeds();
    },
    onSuccess: () => client.invalidateQueries(),
  });
  const folder = useRef<HTMLInputElement>(null);
  const taken = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])].filter((file) => !isHidden(file.name));
    if (files.length > 0) addFiles.mutate(files);
    event.target.value = "";
  };

  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const addresses = lines.length > 0 && lines.every((line) => ADDRESS.test(line));
  const submit = () => {
    if (lines.length === 0) return;
    add.mutate(addresses ? lines.map((url) => ({ kind: "url", url })) : [{ kind: "text", text }]);
    setText("");
  };

  const drop = useRef(addFiles.mutate);
  drop.current = addFiles.mutate;
  useEffect(() => {
    const onOver = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const onDrop = async (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setOver(false);
      const files = await filesOf(event.dataTransfer);
      if (files.length > 0) drop.current(files);
    };
    document.addEventListener("dragover", onOver);
    document.addEventListener("dragleave", onLeave);
    document.addEventListener("drop", onDrop);
    return () => {
      document.removeEventListener("dragover", onOver);
      document.removeEventListener("dragleave", onLeave);
      document.removeEventListener("drop", onDrop);
    };
  }, []);

  const error = add.error ?? addFiles.error ?? follow.error;
  return (
    <>
      <form
        className={over ? "intake over" : "intake"}
        aria-label="Add reports"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <label className="sr" htmlFor="add">
          Paste text or addresses; or drop files and folders
        </label>
        <textarea
          id="add"
          rows={2}
          dir="auto"
          value={text}
          placeholder="Paste a report or an address. Or drop files and folders anywhere."
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit();
            if (event.key === "Escape") event.currentTarget.blur();
          }}
        />
        <span className="row tight">
          <input
            ref={picker}
            className="sr"
            type="file"
            multiple
            tabIndex={-1}
            aria-label="Files to add"
            onChange={taken}
          />
          <input
            ref={folder}
            className="sr"
            type="file"
            {...{ webkitdirectory: "" }}
            tabIndex={-1}
            aria-label="Folder to add"
            onChange={taken}
          />
          <button className="btn" type="button" onClick={() => picker.current?.click()}>
            Choose files
          </button>
          <button className="btn" type="button" onClick={() => folder.current?.click()}>
            Choose a folder
          </button>
          {addresses && (
            <button
              className="btn"
              type="button"
              onClick={() => {
                follow.mutate(lines);
                setText("");
              }}
            >
              Follow as {plural(lines.length, "feed")}
            </button>
          )}
          <button className="btn pri" type="submit" disabled={lines.length === 0}>
            Read <kbd>Ctrl Enter</kbd>
          </button>
        </span>
        <p className="guess">
          <span>
            {lines.length === 0
              ? "txt, html, pdf, docx, eml, csv, jsonl, RSS, Atom"
              : addresses
                ? `${plural(lines.length, "address", "addresses")}, fetched when you press Read`
                : `Text, ${plural(text.length, "character")}`}
          </span>
          {lines.length === 0 && <span>Addresses are fetched only when you press Read</span>}
        </p>
      </form>
      {error && <ProblemBox error={error} />}
    </>
  );
}
