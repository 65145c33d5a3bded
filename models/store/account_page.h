// Packed blocks of neighbouring accounts in one value. The first activities of a workspace and the people whom they name stand
// so: as rows of their own, two million of them took longer to write, and to read, than what is in them to pack.
//
// Layout (packing.h): version (2), then per account, ascending: how far its id is from the one before (the first: from 0),
// rows, bytes of the block, the block. Content that begins otherwise is the block of one account, as people stood before.
#pragma once

#include "domain/error.h"
#include "domain/ids.h"
#include "store/packing.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace dimsum {

struct PagedBlock {
    AccountId account;
    std::int64_t rows = 0; // activities or people in it
    std::span<const std::uint8_t> content;
};

// Fills pages. One thread at a time.
class AccountPages
{
public:
    struct Page {
        AccountId last;
        std::int64_t rows = 0;
        std::size_t bytes = 0;
    };

    // Keeps its memory.
    void clear();
    // Accounts ascend.
    void add(AccountId account, std::size_t rows, std::span<const std::uint8_t> block);
    const std::vector<Page> &pages() const { return m_pages; }

    // put(page, its content) for each, until one fails.
    template <class Put>
    Outcome forEach(Put put) const
    {
        std::span<const std::uint8_t> left = m_content;
        for (const Page &page : m_pages) {
            if (Outcome outcome = put(page, left.first(page.bytes)); !outcome)
                return outcome;
            left = left.subspan(page.bytes);
        }
        return Done{};
    }

private:
    std::vector<std::uint8_t> m_content;
    std::vector<Page> m_pages;
};

// Reads a page; the content must outlive it. Content that was damaged ends early and is not sound().
class AccountPageReader
{
public:
    // `whole`: what the row of the table says, for content of one account.
    AccountPageReader(std::span<const std::uint8_t> content, PagedBlock whole);

    bool next(PagedBlock &block);
    // After the last block: everything was read, and the row of the table says the same.
    bool sound() const;

private:
    Unpacker m_content;
    PagedBlock m_whole;
    bool m_single = false; // one account, not read yet
    std::int64_t m_account = 0;
    std::int64_t m_rows = 0;
};

} // namespace dimsum
