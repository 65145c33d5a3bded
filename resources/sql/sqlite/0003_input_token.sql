-- Tells two states of the inputs apart even where a backup was restored and the revision counts up a second time: a new
-- random number with every change of what scores depend on.
ALTER TABLE input_revision ADD COLUMN token INTEGER NOT NULL DEFAULT 0;
UPDATE input_revision SET token = random();
