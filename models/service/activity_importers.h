// The two ways in which activities come in; makeActivityImporter() chooses.
#pragma once

#include "service/activity_batch.h"

#include <memory>

namespace dimsum {

// Both read their rows alike.
class BatchedActivities : public KindImporter
{
public:
    std::unique_ptr<BatchWork> newWork(RowReader &reader) final
    {
        if (!m_reading)
            m_reading = makeActivityReading(reader);
        return makeActivityBatch(m_reading);
    }

private:
    std::shared_ptr<ActivityReading> m_reading; // what its batches have in common
};

// For a workspace without activities: see import_first_activities.cpp.
std::unique_ptr<KindImporter> makeFirstActivities(ImportSession &session);

} // namespace dimsum
