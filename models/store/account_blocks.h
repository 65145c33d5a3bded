// Packed blocks of accounts, one after the other: what the tables with one block a row take in many at once.
#pragma once

#include "domain/error.h"
#include "domain/ids.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace dimsum {

class AccountBlocks
{
public:
    struct Block {
        AccountId account;
        std::int64_t rows = 0; // activities or people in it
        std::size_t bytes = 0;
    };

    // Keeps its memory.
    void clear()
    {
        m_content.clear();
        m_blocks.clear();
    }
    void add(AccountId account, std::size_t rows, std::span<const std::uint8_t> block)
    {
        m_blocks.push_back({account, static_cast<std::int64_t>(rows), block.size()});
        m_content.insert(m_content.end(), block.begin(), block.end());
    }
    const std::vector<Block> &blocks() const { return m_blocks; }

    // put(block, its content) for each, until one fails.
    template <class Put>
    Outcome forEach(Put put) const
    {
        std::span<const std::uint8_t> left = m_content;
        for (const Block &block : m_blocks) {
            if (Outcome outcome = put(block, left.first(block.bytes)); !outcome)
                return outcome;
            left = left.subspan(block.bytes);
        }
        return Done{};
    }

private:
    std::vector<std::uint8_t> m_content;
    std::vector<Block> m_blocks;
};

} // namespace dimsum
