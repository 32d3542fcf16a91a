// One sorted set of (not urgent, ticket number, name) and a table of tickets.
#include <algorithm>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

using namespace std;

int main() {
    int n;
    cin >> n;
    set<tuple<int, int, string>> waiting;
    map<string, pair<int, int>> ticket;
    for (int i = 0; i < n; ++i) {
        string word, name;
        cin >> word;
        if (word == "CALL") {
            if (waiting.empty()) {
                cout << "nobody\n";
                continue;
            }
            name = get<2>(*waiting.begin());
            waiting.erase(waiting.begin());
            ticket.erase(name);
            cout << name << '\n';
            continue;
        }
        cin >> name;
        auto known = ticket.find(name);
        bool waits = known != ticket.end();
        if (word != "LEAVE" && waits && (word == "COME" || known->second.first == 0)) continue;
        if (waits) {
            waiting.erase({known->second.first, known->second.second, name});
            ticket.erase(known);
        }
        if (word == "LEAVE") continue;
        pair<int, int> fresh = {word == "COME", i};
        ticket[name] = fresh;
        waiting.insert({fresh.first, fresh.second, name});
    }
}
