-- Places of the agency's own: added to the built-in list, put right in it, or taken out of it. Descriptions are JSON.

CREATE TABLE place (
    key TEXT NOT NULL PRIMARY KEY,
    data TEXT NOT NULL
);

-- Rises by one with every change of concepts: what nodes keep in memory is checked against it.
CREATE TABLE vocabulary (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    revision BIGINT NOT NULL
);
INSERT INTO vocabulary (id, revision) VALUES (1, 1);
